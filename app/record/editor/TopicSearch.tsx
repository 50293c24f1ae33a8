import { Extension } from "@tiptap/core";
import type { Node as ProseNode } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/** A place where the words searched for stand. */
export interface Found {
  from: number;
  to: number;
}

interface Search {
  words: string;
  found: Found[];
}

const searchKey = new PluginKey<Search>("searchWords");
const nothing: Search = { words: "", found: [] };

// A few letters are longer when small; positions must stay right.
function folded(text: string): string {
  const small = text.toLowerCase();
  return small.length === text.length ? small : text;
}

/** All places in the notes where the words stand, within one block each; large and small letters are alike. */
export function findWords(doc: ProseNode, words: string): Found[] {
  const wanted = folded(words);
  if (!wanted) return [];
  const found: Found[] = [];
  doc.descendants((block, start) => {
    if (!block.isTextblock) return true;
    // One character for what is no text, so that positions stay right.
    const text = block.textBetween(0, block.content.size, undefined, "\ufffc");
    const folds = folded(text);
    for (let at = folds.indexOf(wanted); at !== -1; at = folds.indexOf(wanted, at + wanted.length))
      found.push({ from: start + 1 + at, to: start + 1 + at + wanted.length });
    return false;
  });
  return found;
}

/** What the editor is searched for now. */
export function searchOf(state: EditorState): Search {
  return searchKey.getState(state) ?? nothing;
}

/** Marks the words searched for in the editor; only on this page, not in the record. */
export const SearchWords = Extension.create({
  name: "searchWords",
  addProseMirrorPlugins() {
    return [
      new Plugin<Search>({
        key: searchKey,
        state: {
          init: () => nothing,
          apply(transaction, search) {
            const words = (transaction.getMeta(searchKey) as string | undefined) ?? search.words;
            if (words === search.words && !transaction.docChanged) return search;
            return words ? { words, found: findWords(transaction.doc, words) } : nothing;
          },
        },
        props: {
          decorations(state) {
            const { found } = searchOf(state);
            const { from, to } = state.selection;
            return DecorationSet.create(
              state.doc,
              found.map((one) =>
                Decoration.inline(one.from, one.to, {
                  class: one.from === from && one.to === to ? "found found-here" : "found",
                }),
              ),
            );
          },
        },
      }),
    ];
  },
});

/** The key under which a transaction says what to search for. */
export const searchMeta = searchKey;
