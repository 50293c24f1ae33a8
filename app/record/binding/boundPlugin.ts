import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type * as Y from "yjs";
import type { BoundNotes } from "./boundNotes";
import { readHand } from "./readHand";

const boundKey = new PluginKey<BoundNotes>("boundNotes");

/** Gives the notes to which an editor is bound; null where it is bound to none. */
export function boundNotesOf(state: EditorState): BoundNotes | null {
  return boundKey.getState(state) ?? null;
}

/** Creates the plugin that shows what others change, and lets through only what can be written. */
export function boundPlugin(notes: BoundNotes): Plugin<BoundNotes> {
  return new Plugin({
    key: boundKey,
    state: { init: () => notes, apply: (_transaction, value) => value },
    filterTransaction: (transaction) => !notes.refuses(transaction),
    view: (view) => following(notes, view),
  });
}

function following(notes: BoundNotes, view: EditorView) {
  const { document } = notes.place;
  const prepare = (transaction: Y.Transaction) => {
    if (transaction.origin !== notes) readHand(view);
  };
  const take = (transaction: Y.Transaction) => {
    if (transaction.origin === notes) return;
    const taken = notes.take(transaction, view.state);
    if (taken) view.dispatch(taken);
  };
  document.on("beforeTransaction", prepare);
  document.on("afterTransaction", take);
  return {
    destroy() {
      document.off("beforeTransaction", prepare);
      document.off("afterTransaction", take);
    },
  };
}
