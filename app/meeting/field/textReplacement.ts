import * as Y from "yjs";
import { replaceText } from "~/record/document/record";

/** One replacement: `removed` characters at `start` give way to `inserted`. Counted in UTF-16 units. */
export interface TextChange {
  start: number;
  removed: number;
  inserted: string;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/**
 * What somebody did to a text, told from before and after. Where the same letters stand side by side the
 * caret says which of them are new: it stands behind what was typed. No pair of surrogates is ever cut.
 * @param caret where the caret stands in `after`
 * @returns null when nothing changed
 */
export function textChange(before: string, after: string, caret: number = after.length): TextChange | null {
  if (before === after) return null;
  const shortest = Math.min(before.length, after.length);
  let end = 0;
  const behindCaret = Math.min(shortest, Math.max(0, after.length - caret));
  while (end < behindCaret && before.at(-1 - end) === after.at(-1 - end)) end++;
  let start = 0;
  while (start < shortest - end && before[start] === after[start]) start++;
  // What stands before the caret may be the same too: a change in the middle of a text.
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--;
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end--;
  return { start, removed: before.length - start - end, inserted: after.slice(start, after.length - end) };
}

/** A change of a shared text as Yjs tells it. */
export type TextDelta = readonly { retain?: number; insert?: unknown; delete?: number }[];

const lengthOf = (insert: unknown) => (typeof insert === "string" ? insert.length : 1);

/**
 * Where a position is after a change: it moves with the text around it.
 * @param sticks on which side of what is inserted exactly there it stays; a caret stays before it
 */
export function movedIndex(index: number, delta: TextDelta, sticks: "before" | "after" = "before"): number {
  let read = 0;
  let moved = index;
  for (const { retain = 0, insert, delete: removed = 0 } of delta) {
    if (read > index) break;
    read += retain;
    if (insert !== undefined && (read < index || (read === index && sticks === "after")))
      moved += lengthOf(insert);
    if (removed > 0) {
      if (read < index) moved -= Math.min(removed, index - read);
      read += removed;
    }
  }
  return moved;
}

type Run = [from: number, to: number];

// What was put in the middle of a run meanwhile is no part of it.
function movedRun([from, to]: Run, delta: TextDelta): Run[] {
  const cuts: number[] = [];
  let read = 0;
  for (const { retain = 0, insert, delete: removed = 0 } of delta) {
    read += retain + removed;
    if (insert !== undefined && read > from && read < to) cuts.push(read);
  }
  return [from, ...cuts]
    .map((start, at): Run => [movedIndex(start, delta, "after"), movedIndex(cuts[at] ?? to, delta)])
    .filter(([start, end]) => start < end);
}

/**
 * Brings into a shared text what somebody did to an older state of it. What others wrote meanwhile stays,
 * also in the middle of what is removed.
 * @param since what has happened to the shared text since that state, in order
 */
export function applyTextChange(text: Y.Text, change: TextChange, since: readonly TextDelta[] = []): void {
  let start = change.start;
  let removed: Run[] = change.removed > 0 ? [[start, start + change.removed]] : [];
  for (const delta of since) {
    start = movedIndex(start, delta, "after");
    removed = removed.flatMap((run) => movedRun(run, delta));
  }
  for (const [from, to] of removed.reverse()) text.delete(from, to - from);
  if (change.inserted) text.insert(start, change.inserted);
}

/**
 * Joins what two people made of the same words: both changes are in the answer, whichever came first.
 * @param from what both began with
 */
export function mergeTexts(from: string, mine: string, theirs: string): string {
  const change = textChange(from, mine);
  if (!change || mine === theirs) return theirs;
  const document = new Y.Doc();
  const text = document.getText();
  text.insert(0, from);
  const since: TextDelta[] = [];
  text.observe(({ delta }) => since.push(delta as TextDelta));
  replaceText(text, theirs);
  applyTextChange(text, change, [...since]);
  const merged = text.toString();
  document.destroy();
  return merged;
}

/** Where a caret is after words have become others around it. */
export function movedCaret(before: string, after: string, caret: number): number {
  const change = textChange(before, after);
  if (!change || caret < change.start) return caret;
  return Math.max(change.start, caret - change.removed) + change.inserted.length;
}
