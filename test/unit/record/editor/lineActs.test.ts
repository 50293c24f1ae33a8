// @vitest-environment jsdom
import { TextSelection } from "@tiptap/pm/state";
import * as prng from "lib0/prng";
import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { BoundNotes } from "~/record/binding/boundNotes";
import { actOnTable, tableActs } from "~/record/binding/tableActs";
import { insertTable } from "~/record/editor/tableCommands";
import { LineHands, type Written } from "../../../builders/lineHands";

const forms = ["p", "p1", "b1", "b2", "b3", "o1", "o2", "h2", "h3", "q"];
const keys = [
  ...["Enter", "Enter", "Backspace", "Backspace", "Delete", "Delete", "Tab", "Shift Tab", "Shift Enter"],
  ...[
    "Ctrl Shift 7",
    "Ctrl Shift 8",
    "Ctrl Shift B",
    "Ctrl Alt 2",
    "Ctrl Alt 0",
    "Ctrl .",
    "Ctrl z",
    "Ctrl y",
  ],
];
const typed = ["甲乙", "- 丙", "1. 丁", "## 戊", "> 己", "---", "见 https://example.org 和 "];

function written(chance: prng.PRNG): Written[] {
  const line = (): string =>
    `${prng.oneOf(chance, forms)} ${prng.oneOf(chance, ["", "东街", "路灯 20 盏"])}`.trim();
  const table = () =>
    [0, 1].map(() => [0, 1].map(() => (prng.bool(chance) ? line() : `${line()}/${line()}`)));
  const more = Array.from({ length: 6 }, () => {
    const found = prng.int32(chance, 0, 5);
    return found === 0 ? table() : found === 1 ? "---" : line();
  });
  return [line(), ...more];
}

/** Puts the caret or the ends of a selection anywhere. */
function selectAnywhere({ view }: LineHands, chance: prng.PRNG): void {
  const { doc, tr } = view.state;
  const place = () => doc.resolve(prng.int32(chance, 0, doc.content.size));
  const anchor = place();
  view.dispatch(tr.setSelection(TextSelection.between(anchor, prng.bool(chance) ? anchor : place())));
}

function act(hands: LineHands, chance: prng.PRNG): void {
  const { view } = hands;
  const found = prng.int32(chance, 0, 11);
  if (found < 7) hands.press(prng.oneOf(chance, keys));
  else if (found < 9) hands.type(prng.oneOf(chance, typed));
  else if (found === 9) actOnTable(view, prng.oneOf(chance, [...tableActs]));
  else if (found === 10) insertTable(2, 2)(view.state, view.dispatch);
  else {
    const { html } = hands.copy();
    selectAnywhere(hands, chance);
    if (html) hands.paste(html);
  }
  // What stands there is what may, and what the shared text says.
  hands.check();
}

it("whatever is done where, the notes say what is shown, and everybody else sees it", {
  timeout: 30_000,
}, () => {
  const refuses = vi.spyOn(BoundNotes.prototype, "refuses");
  for (const seed of [1, 2, 3]) {
    const chance = prng.create(seed);
    const hands = new LineHands(...written(chance));
    for (let step = 0; step < 60; step++) {
      selectAnywhere(hands, chance);
      act(hands, chance);
    }
    const other = new LineHands();
    Y.applyUpdate(other.document, Y.encodeStateAsUpdate(hands.document), "network");
    const read = new Set(JSON.stringify(hands.lines).match(/[\u4e00-\u9fff]/g));
    for (const letter of read) expect(JSON.stringify(other.lines)).toContain(letter);
  }
  // Nothing of it fell away without a word.
  expect(refuses.mock.results.filter(({ value }) => value)).toEqual([]);
});
