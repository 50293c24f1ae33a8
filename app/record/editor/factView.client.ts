import { Extension } from "@tiptap/core";
import type { Node as ProseNode } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { fromShared } from "~/record/binding/boundNotes";

/** What each fact reads now, by its id. */
export type FactWords = () => Readonly<Record<string, string>>;

function countFacts(doc: ProseNode): Map<string, number> {
  const counts = new Map<string, number>();
  doc.descendants((node) => {
    const id = node.type.name === "fact" ? String(node.attrs.id) : null;
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  });
  return counts;
}

/** Tells whether every fact of one document stands in another as often. */
function keepsFacts(before: ProseNode, after: ProseNode): boolean {
  const now = countFacts(after);
  return [...countFacts(before)].every(([id, count]) => (now.get(id) ?? 0) >= count);
}

/**
 * Creates the extension that shows facts by what the database says of them, and lets nobody delete them or type over
 * them: words around them are free.
 * @param refused called when a change was not carried out because a fact would have gone
 */
export function factView(words: FactWords, refused: () => void): Extension {
  return Extension.create({
    name: "factView",
    addProseMirrorPlugins: () => [
      new Plugin({
        filterTransaction(tr) {
          if (!tr.docChanged || tr.getMeta(fromShared) || keepsFacts(tr.before, tr.doc)) return true;
          refused();
          return false;
        },
        props: {
          nodeViews: {
            fact: (node) => {
              const id = String(node.attrs.id);
              const dom = document.createElement("span");
              dom.className = "fact";
              dom.dataset.fact = id;
              dom.contentEditable = "false";
              dom.textContent = words()[id] ?? "";
              return { dom };
            },
          },
        },
      }),
    ],
  });
}
