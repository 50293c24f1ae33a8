import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { textDifference } from "~/record/difference/textDifference";

/**
 * Makes the words of a line what those of another are, word by word. How they look, and a sign that was taken for
 * another, may still differ.
 * @param start where the content of the line begins
 */
export function restoreLine(tr: Transaction, start: number, shown: Node, wanted: Node): void {
  const signs = new Map<string, string>();
  let at = start;
  for (const { kind, text, at: from } of textDifference(plain(shown, signs), plain(wanted, signs))) {
    if (kind === "removed") tr.delete(at, at + text.length);
    else {
      if (kind === "added") tr.replaceWith(at, at, wanted.content.cut(from, from + text.length));
      at += text.length;
    }
  }
}

const firstSign = 0xe000;

/** The words of a line, one sign for each thing in it that is no word, the same for the same thing. */
function plain(line: Node, signs: Map<string, string>): string {
  let words = "";
  line.forEach((child) => {
    words += child.text ?? signOf(child, signs);
  });
  return words;
}

function signOf(child: Node, signs: Map<string, string>): string {
  const key = JSON.stringify([child.type.name, child.attrs]);
  const sign = signs.get(key) ?? String.fromCharCode(firstSign + signs.size);
  signs.set(key, sign);
  return sign;
}
