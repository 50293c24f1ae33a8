import { cleanText } from "~/value/cleanText";
import { erasedMark } from "~/value/erasedMark";

/** What goes: texts that are erased as a whole, and passages that are erased wherever they stand. */
export interface WordsToErase {
  wholes: readonly string[];
  passages: readonly string[];
}

// What is shorter may stand in a foreign text by chance.
const telling = 6;

/** What remains of a text in a field or cell. */
export function erasedFrom(text: string, { wholes, passages }: WordsToErase): string {
  const clean = cleanText(text).trim();
  if (wholes.includes(clean)) return erasedMark;
  if (!passages.some((passage) => clean.includes(passage))) return text;
  const base = passages.every((passage) => !clean.includes(passage) || text.includes(passage)) ? text : clean;
  return replaced(base, passages);
}

/** What a cell keeps of its text, which may be a part of a text that goes, or hold it with others. */
export function erasedFromCell(cell: string, words: WordsToErase): string {
  const clean = cleanText(cell).trim();
  const isPart = words.wholes.some(
    (whole) =>
      whole.length >= telling &&
      (clean.includes(whole) || (clean.length >= telling && whole.includes(clean))),
  );
  return isPart ? erasedMark : erasedFrom(cell, words);
}

/** The passages to look for in a text of whatever kind, as they stand there and as they stand in JSON. */
export function fragmentsOf({ wholes, passages }: WordsToErase): string[] {
  const all = [...passages, ...wholes.filter((whole) => whole.length >= telling)];
  return [...new Set(all.flatMap((text) => [JSON.stringify(text).slice(1, -1), text]))];
}

/** A text without any of these passages, the longest first. */
export function replaced(text: string, passages: readonly string[]): string {
  return passages
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, passage) => rest.replaceAll(passage, erasedMark), text);
}
