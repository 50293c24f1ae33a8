import type { AnyExtension, Extensions } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { fromShared } from "~/record/binding/boundNotes";
import { lineExtensions } from "~/record/document/lineSchema";
import { LineClipboard } from "./lineClipboard.client";
import { LineKeys } from "./lineKeys";
import { LineViews } from "./lineView.client";

/**
 * Lets a plugin add to what is done here, and nothing to what others did: each open page would write its own answer.
 * Where it would only put the caret elsewhere it may.
 */
function answeringHere(plugin: Plugin): Plugin {
  const { appendTransaction } = plugin.spec;
  if (!appendTransaction) return plugin;
  return new Plugin({
    ...plugin.spec,
    appendTransaction(transactions, before, after) {
      const answer = appendTransaction.call(this, transactions, before, after);
      const isRemote = transactions.some((transaction) => transaction.getMeta(fromShared));
      return isRemote && answer?.docChanged ? null : answer;
    },
  });
}

/** Links and tables, which mend what they find. */
const answering = ["link", "table"];

function withQuietPlugins(extension: AnyExtension): AnyExtension {
  if (!answering.includes(extension.name)) return extension;
  return extension.extend({
    addProseMirrorPlugins(this: { parent?: () => Plugin[] }) {
      return (this.parent?.() ?? []).map(answeringHere);
    },
  });
}

/** Everything of which an editor of notes is made that does not depend on the notes: schema, sight, keys, clipboard. */
export const lineEditorExtensions: Extensions = [
  ...lineExtensions.map(withQuietPlugins),
  LineViews,
  LineKeys,
  LineClipboard,
];

/**
 * Extensions of the library that are left out: their keys lift and join blocks, and one of them writes in answer to
 * what others delete; what ours are for is in {@link lineEditorExtensions}.
 */
export const withoutExtensions = { keymap: false, clipboardTextSerializer: false, delete: false } as const;
