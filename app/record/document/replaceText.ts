import type * as Y from "yjs";

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/**
 * Makes a shared text read `next` by the smallest single replacement, so that what another person types
 * elsewhere in it at the same time stays.
 */
export function replaceText(text: Y.Text, next: string): void {
  const before = text.toString();
  if (before === next) return;
  let start = 0;
  const shortest = Math.min(before.length, next.length);
  while (start < shortest && before.charCodeAt(start) === next.charCodeAt(start)) start++;
  // Yjs replaces half of a surrogate pair by U+FFFD, so a pair is never cut.
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--;
  let end = 0;
  while (
    end < shortest - start &&
    before.charCodeAt(before.length - 1 - end) === next.charCodeAt(next.length - 1 - end)
  )
    end++;
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end--;
  const removed = before.length - start - end;
  if (removed > 0) text.delete(start, removed);
  const inserted = next.slice(start, next.length - end);
  if (inserted) text.insert(start, inserted);
}
