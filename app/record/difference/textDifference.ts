import { diffArrays } from "diff";

/** A run of a text in comparison. `at` counts UTF-16 units: in the text before for `removed`, after for the others. */
export interface Span {
  kind: "same" | "added" | "removed";
  text: string;
  at: number;
}

/** A run as it is shown; `gap` stands for so many characters that did not change. */
export type ShownSpan = Span | { kind: "gap"; count: number };

// A Latin word, a number or a run of spaces is one; of everything else, Chinese first of all, each character.
const token = /[\p{Script=Latin}\p{Nd}\p{M}_’'-]+|\s+|\P{M}\p{M}*/gu;
const counted = /[\p{Script=Latin}\p{Nd}_’'-]+|[\p{L}\p{N}]/gu;

// Beyond this many changes a text reads as replaced; it also bounds the work.
const mostEdits = 1_000;

interface Hunk {
  removed: string;
  added: string;
  /** What stands unchanged behind it. */
  behind: string;
}

/** How many words a text has: each Chinese character, Latin word or number counts as one. */
export function countWords(text: string): number {
  return text.match(counted)?.length ?? 0;
}

/** What became of a text, by words and characters: unchanged runs, removed ones, added ones, in reading order. */
export function textDifference(before: string, after: string): Span[] {
  if (before === after) return before ? [{ kind: "same", text: before, at: 0 }] : [];
  const parts = diffArrays(before.match(token) ?? [], after.match(token) ?? [], {
    maxEditLength: mostEdits,
  });
  if (!parts) return spansOf("", [{ removed: before, added: after, behind: "" }]);
  const hunks: Hunk[] = [];
  let lead = "";
  let open = false;
  for (const { removed, added, value } of parts) {
    const text = value.join("");
    const last = hunks.at(-1);
    if (removed || added) {
      const hunk = open && last ? last : { removed: "", added: "", behind: "" };
      if (hunk !== last) hunks.push(hunk);
      hunk[removed ? "removed" : "added"] += text;
      open = true;
    } else {
      if (last) last.behind += text;
      else lead += text;
      open = false;
    }
  }
  return spansOf(lead, legible(hunks));
}

/** A letter or two that happen to be the same between two changes make both harder to read: one change instead. */
function legible(hunks: readonly Hunk[]): Hunk[] {
  const merged: Hunk[] = [];
  for (const hunk of hunks) {
    const last = merged.at(-1);
    if (last && isIsland(last, hunk)) {
      last.removed += last.behind + hunk.removed;
      last.added += last.behind + hunk.added;
      last.behind = hunk.behind;
    } else merged.push({ ...hunk });
  }
  return merged;
}

const size = (hunk: Hunk) => Math.max(hunk.removed.length, hunk.added.length);

function isIsland(last: Hunk, next: Hunk): boolean {
  const { behind } = last;
  // Both must replace something: an insertion here and one there are two.
  const replaces = (hunk: Hunk) => hunk.removed !== "" && hunk.added !== "";
  return behind.length <= 2 && behind.length < size(last) && size(next) >= behind.length && replaces(last);
}

function spansOf(lead: string, hunks: readonly Hunk[]): Span[] {
  const spans: Span[] = [];
  let before = 0;
  let after = 0;
  const push = (kind: Span["kind"], text: string) => {
    if (text) spans.push({ kind, text, at: kind === "removed" ? before : after });
    if (kind !== "added") before += text.length;
    if (kind !== "removed") after += text.length;
  };
  push("same", lead);
  for (const { removed, added, behind } of hunks) {
    push("removed", removed);
    push("added", added);
    push("same", behind);
  }
  return spans;
}

/**
 * Leaves out what did not change, except for a little beside each change.
 * @param context so many characters are kept on either side
 */
export function shortened(spans: readonly Span[], context = 24): ShownSpan[] {
  return spans.flatMap((span, at): ShownSpan[] => {
    const head = at === 0 ? 0 : context;
    const tail = at === spans.length - 1 ? 0 : context;
    if (span.kind !== "same" || span.text.length <= head + tail + context) return [span];
    const characters = [...span.text];
    const count = characters.length - head - tail;
    if (count <= 0) return [span];
    const first = characters.slice(0, head).join("");
    const last = characters.slice(head + count).join("");
    const behind = span.at + span.text.length - last.length;
    return [
      ...(first ? [{ ...span, text: first }] : []),
      { kind: "gap", count },
      ...(last ? [{ ...span, text: last, at: behind }] : []),
    ];
  });
}

function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = 0; at < text.length - 1; at++) {
    const pair = text.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

/** How alike two texts are, 0 to 1: the share of neighbouring characters that they have in common (Dice). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 2 || b.length < 2) return 0;
  const ofA = pairs(a);
  let common = 0;
  for (const [pair, count] of pairs(b)) common += Math.min(count, ofA.get(pair) ?? 0);
  return (2 * common) / (a.length + b.length - 2);
}
