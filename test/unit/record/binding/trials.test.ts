import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, test } from "vitest";
import { writeNew } from "~/record/binding/localChange";
import type { TrialResult } from "../../../builders/letterBook";
import { LinesEditor } from "../../../builders/linesEditor";
import { allActs, lineActs, type NoteAct, tableActs } from "../../../builders/noteActs";
import { type MakeEditor, noteTrial } from "../../../builders/noteTrial";

/** Adds up what became of the letters of several trials. */
function trials(seeds: number, acts: readonly NoteAct[], count = 150, make?: MakeEditor): TrialResult {
  const sum: TrialResult = { letters: 0, lost: 0, doubled: 0, disordered: 0, apart: 0 };
  for (let seed = 1; seed <= seeds; seed++) {
    const result = noteTrial(seed, { acts, count }, make);
    for (const key of Object.keys(sum) as (keyof TrialResult)[]) sum[key] += result[key];
  }
  return sum;
}

const whole = { letters: expect.any(Number), lost: 0, doubled: 0, disordered: 0, apart: 0 };

describe("three people write in the same lines at once", () => {
  test("no letter is lost, doubled or moved out of its word, and all see the same", () => {
    expect(trials(8, lineActs)).toEqual(whole);
  });

  test("nor with tables among the lines", () => {
    expect(trials(4, tableActs)).toEqual(whole);
  });
});

/** Writes the whole text anew at each change, as a line is that changes its form in a tree of elements. */
class Rewriting extends LinesEditor {
  override act(change: (tr: Transaction) => Transaction): boolean {
    const tr = change(this.state.tr);
    this.state = this.state.apply(tr);
    this.document.transact(() => {
      this.text.delete(0, this.text.length);
      writeNew(this.text, tr.doc);
    }, this.notes);
    this.state = this.state.apply(this.notes.rebuild(this.state));
    return true;
  }
}

/** Shows what comes from others without taking note of it. */
class Deaf extends LinesEditor {
  override receive(update: Uint8Array): void {
    const shown = this.state;
    super.receive(update);
    this.state = shown;
  }
}

describe("three people write, add and take away rows and columns, undo and redo", () => {
  test("no letter that nobody deleted is lost, doubled or moved, and all see the same", () => {
    expect(trials(6, allActs)).toEqual(whole);
  });
});

describe("a trial notices a binding", () => {
  test("that writes words anew", () => {
    const found = trials(3, lineActs.slice(0, 8), 12, (start) => new Rewriting(start));
    expect(found.doubled).toBeGreaterThan(0);
  });

  test("that shows something else than the text", () => {
    const found = trials(1, lineActs, 30, (start) => new Deaf(start));
    expect(found.apart).toBeGreaterThan(0);
  });
});
