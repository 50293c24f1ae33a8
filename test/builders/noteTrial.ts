import * as prng from "lib0/prng";
import * as Y from "yjs";
import { LetterBook, type TrialResult } from "./letterBook";
import { LinesEditor } from "./linesEditor";
import type { NoteAct } from "./noteActs";

/** What makes editors for a trial; another one stands in for a binding with a fault. */
export type MakeEditor = (start?: Uint8Array) => LinesEditor;

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
  readonly #book = new LetterBook();
  readonly #editors: LinesEditor[];
  readonly #inboxes: Uint8Array[][];

  constructor(
    readonly chance: prng.PRNG,
    count: number,
    make: MakeEditor,
  ) {
    const first = make();
    first.act((tr) => tr.insertText(this.#book.fresh(12), 1));
    const start = Y.encodeStateAsUpdate(first.document);
    this.#editors = Array.from({ length: count }, () => make(start));
    for (const [at, editor] of this.#editors.entries()) editor.document.clientID = at + 1;
    this.#inboxes = this.#editors.map(() => []);
  }

  step(acts: readonly NoteAct[]): void {
    const { chance } = this;
    const editor = prng.oneOf(chance, this.#editors);
    const act = prng.oneOf(chance, [...acts]);
    const fresh = (count: number) => this.#book.fresh(count);
    this.#book.watch(editor, () => editor.act((tr) => act(tr, { chance, fresh, editor })));
    this.#send();
    for (const [to, inbox] of this.#inboxes.entries())
      if (prng.int32(chance, 0, 3) === 0) this.#hear(to, prng.int32(chance, 0, inbox.length));
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
    return this.#book.result(this.#editors);
  }
}
