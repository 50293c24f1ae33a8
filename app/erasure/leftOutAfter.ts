import { diffChars } from "diff";

interface Passage {
  start: number;
  end: number;
}

// Texts that people write differ in far less; beyond it, everything is left out rather than too little.
const mostEdits = 5_000;

/**
 * Finds what is left of a passage in a text from which words were erased.
 * @returns its parts in the new text; none where all of it was erased; the whole text where the two cannot be compared
 */
export function leftOutAfter(before: string, after: string, passage: Passage): Passage[] {
  const parts = diffChars(before, after, { maxEditLength: mostEdits });
  if (!parts) return [{ start: 0, end: after.length }];
  const left: Passage[] = [];
  let [old, now] = [0, 0];
  for (const { value, added, removed } of parts) {
    if (added) now += value.length;
    else if (removed) old += value.length;
    else {
      const start = Math.max(passage.start, old);
      const end = Math.min(passage.end, old + value.length);
      if (start < end) left.push({ start: start - old + now, end: end - old + now });
      old += value.length;
      now += value.length;
    }
  }
  return left;
}
