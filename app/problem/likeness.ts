/** Words that are of use for comparing: of two characters or more, or with a digit in them. */
export function tellingWords(words: readonly string[]): Set<string> {
  return new Set(words.filter((word) => word.length > 1 || /\d/.test(word)));
}

/** The words two texts share, longest first: what a reader is shown as the reason for calling them alike. */
export function commonWords(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter((word) => other.has(word)).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** What is compared about two problems. */
export interface Compared {
  words: ReadonlySet<string>;
  problemClass: string;
  place: string;
}

const sizeOf = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + word.length, 0);

/**
 * How alike two problems are, from 0 to 1: the share of characters in common words, measured at the shorter
 * of the two, more when class or place agree. 0.3 and above is worth showing.
 */
export function likeness(one: Compared, other: Compared): number {
  const shorter = Math.min(sizeOf(one.words), sizeOf(other.words));
  if (shorter === 0) return 0;
  const shared = sizeOf(commonWords(one.words, other.words)) / shorter;
  const samePlace = one.place !== "" && one.place === other.place ? 0.3 : 0;
  const sameClass = one.problemClass === other.problemClass ? 0.1 : 0;
  return Math.min(1, shared + samePlace + sameClass);
}

/** From this likeness on, two problems are shown to each other. */
export const worthShowing = 0.3;

/** A text cut into parts that are or are not among `words`, in order, for marking. */
export function markWords(text: string, words: readonly string[]): { text: string; marked: boolean }[] {
  const parts: { text: string; marked: boolean }[] = [];
  const lower = text.toLowerCase();
  let plain = 0;
  for (let at = 0; at < text.length; ) {
    const word = words.find((candidate) => lower.startsWith(candidate, at));
    if (!word) {
      at += 1;
      continue;
    }
    if (at > plain) parts.push({ text: text.slice(plain, at), marked: false });
    parts.push({ text: text.slice(at, at + word.length), marked: true });
    at += word.length;
    plain = at;
  }
  if (plain < text.length) parts.push({ text: text.slice(plain), marked: false });
  return parts;
}
