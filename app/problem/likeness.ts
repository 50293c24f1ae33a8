/** From this likeness on, from 0 to 1, two matters are shown to each other. */
export const worthShowing = 0.2;

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
