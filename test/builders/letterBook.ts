import type { Node } from "@tiptap/pm/model";
import type * as Y from "yjs";
import type { LinesEditor } from "./linesEditor";

/** What became of the letters of a trial, each of which was typed once. */
export interface TrialResult {
  letters: number;
  /** Typed, deleted by nobody, and nowhere. */
  lost: number;
  /** There more than once, and never deleted: two who delete the same letter and both undo it get it twice. */
  doubled: number;
  /** Typed at once, never deleted, and in another order now. */
  disordered: number;
  /** Editors that show something else than the first one, or than their own text. */
  apart: number;
}

const firstLetter = 0x3400;
// Up to the surrogates, which are no letters.
const mostLetters = 0xd800 - firstLetter;

/** Keeps account of every letter that is typed in a trial, and of those that somebody who saw them took away. */
export class LetterBook {
  readonly #typed: string[] = [];
  readonly #deleted = new Set<string>();
  #letters = 0;

  /** Letters that nobody has typed before. */
  fresh(count: number): string {
    if (this.#letters + count > mostLetters) throw new Error("a trial has no more letters");
    const letters = Array.from({ length: count }, () =>
      String.fromCharCode(firstLetter + this.#letters++),
    ).join("");
    this.#typed.push(letters);
    return letters;
  }

  get isFull(): boolean {
    return this.#letters > mostLetters - 100;
  }

  /** Lets somebody do something, and notes which letters are gone by it. */
  watch(editor: LinesEditor, act: () => void): void {
    const before = everyLetter(editor);
    act();
    const after = new Set(everyLetter(editor));
    for (const letter of before) if (!after.has(letter)) this.#deleted.add(letter);
  }

  /** Says what became of the letters, once everybody has heard of everything. */
  result(editors: readonly LinesEditor[]): TrialResult {
    const first = editors[0]!;
    const found = lettersOf(first.state.doc);
    const places = new Map(found.map((letter, at) => [letter, at]));
    const all = Array.from({ length: this.#letters }, (_, at) => String.fromCharCode(firstLetter + at));
    const kept = new Set([...found, ...lettersOfCells(first.document)]);
    const steady = (letter: string) => !this.#deleted.has(letter);
    return {
      letters: this.#letters,
      lost: all.filter((letter) => !kept.has(letter) && steady(letter)).length,
      doubled: found.filter((letter, at) => steady(letter) && places.get(letter) !== at).length,
      disordered: this.#typed.filter((typed) => !inOrder([...typed].filter(steady), places)).length,
      apart: editors.filter((one) => !one.state.doc.eq(first.state.doc) || !one.state.doc.eq(one.read))
        .length,
    };
  }
}

function lettersOf(doc: Node): string[] {
  const letters: string[] = [];
  doc.descendants((node) => {
    if (node.isText) letters.push(...(node.text ?? "").replace(/[^\u3400-\ud7ff]/g, ""));
  });
  return letters;
}

// What stood in a table that somebody deleted meanwhile is not shown and still there.
function lettersOfCells(document: Y.Doc): string[] {
  const cells = [...document.share.keys()].filter((name) => name.startsWith("cells/"));
  return cells.flatMap((name) => [...document.getText(name).toString()]);
}

// Undo also takes back what one wrote in a row that somebody took away since.
function everyLetter({ state, document }: LinesEditor): string[] {
  return [...lettersOf(state.doc), ...lettersOfCells(document)];
}

function inOrder(typed: readonly string[], places: Map<string, number>): boolean {
  const at = typed.flatMap((letter) => places.get(letter) ?? []);
  return at.every((place, next) => next === 0 || place > at[next - 1]!);
}
