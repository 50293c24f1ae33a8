import type { Node } from "@tiptap/pm/model";
import * as prng from "lib0/prng";
import * as Y from "yjs";
import { LinesEditor } from "./linesEditor";
import type { Acting, NoteAct } from "./noteActs";

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

/** What makes editors for a trial; another one stands in for a binding with a fault. */
export type MakeEditor = (start?: Uint8Array) => LinesEditor;

const firstLetter = 0x3400;

/**
 * Lets several people write in the same few lines, each hearing of the others late and irregularly, and counts what
 * became of every letter.
 */
export function noteTrial(
  seed: number,
  { acts, count, editors = 3 }: { acts: readonly NoteAct[]; count: number; editors?: number },
  make: MakeEditor = (start) => new LinesEditor(start),
): TrialResult {
  const trial = new Trial(prng.create(seed), editors, make);
  for (let at = 0; at < count; at++) trial.step(acts);
  trial.settle();
  return trial.result();
}

class Trial {
  readonly #editors: LinesEditor[];
  readonly #inboxes: Uint8Array[][];
  readonly #typed: string[] = [];
  readonly #deleted = new Set<string>();
  #letters = 0;

  constructor(
    readonly chance: prng.PRNG,
    count: number,
    make: MakeEditor,
  ) {
    const first = make();
    first.act((tr) => tr.insertText(this.fresh(12), 1));
    const start = Y.encodeStateAsUpdate(first.document);
    this.#editors = Array.from({ length: count }, () => make(start));
    for (const [at, editor] of this.#editors.entries()) editor.document.clientID = at + 1;
    this.#inboxes = this.#editors.map(() => []);
  }

  /** Letters that nobody has typed before. */
  fresh(count: number): string {
    const letters = Array.from({ length: count }, () =>
      String.fromCharCode(firstLetter + this.#letters++),
    ).join("");
    this.#typed.push(letters);
    return letters;
  }

  step(acts: readonly NoteAct[]): void {
    const at = prng.int32(this.chance, 0, this.#editors.length - 1);
    const editor = this.#editors[at]!;
    const before = everyLetter(editor);
    const acting: Acting = { chance: this.chance, fresh: (count) => this.fresh(count), editor };
    const act = prng.oneOf(this.chance, [...acts]);
    editor.act((tr) => act(tr, acting));
    const after = new Set(everyLetter(editor));
    for (const letter of before) if (!after.has(letter)) this.#deleted.add(letter);
    this.#send();
    for (const [to, inbox] of this.#inboxes.entries())
      if (prng.int32(this.chance, 0, 3) === 0) this.#hear(to, prng.int32(this.chance, 0, inbox.length));
  }

  #send(): void {
    for (const [from, editor] of this.#editors.entries())
      for (const update of editor.updates.splice(0))
        for (const [to, inbox] of this.#inboxes.entries()) if (to !== from) inbox.push(update);
  }

  #hear(to: number, count: number): void {
    for (const update of this.#inboxes[to]!.splice(0, count)) this.#editors[to]!.receive(update);
  }

  /** Lets everybody hear of everything, also of what hearing sets off. */
  settle(): void {
    do {
      for (const to of this.#inboxes.keys()) this.#hear(to, Number.POSITIVE_INFINITY);
      this.#send();
    } while (this.#inboxes.some((inbox) => inbox.length > 0));
  }

  result(): TrialResult {
    const first = this.#editors[0]!;
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
      apart: this.#editors.filter((one) => !one.state.doc.eq(first.state.doc) || !one.state.doc.eq(one.read))
        .length,
    };
  }
}

function lettersOf(doc: Node): string[] {
  const letters: string[] = [];
  doc.descendants((node) => {
    if (node.isText) letters.push(...(node.text ?? ""));
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
