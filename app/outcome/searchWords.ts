/** Most words of one search; the rest is ignored. */
const most = 8;

/** The words of a search as typed, apart: by blanks and punctuation, each once. */
export function searchWords(typed: string): string[] {
  const words = typed
    .normalize("NFKC")
    .toLowerCase()
    .split(/[\s,.;:!?、，。；：！？“”"'（）()]+/u)
    .filter((word) => word !== "");
  return [...new Set(words)].slice(0, most);
}
