import type { SharedConcept } from "~/likeness/terms";

interface Shared {
  common: readonly string[];
  concepts: readonly SharedConcept[];
}

const longestFirst = (words: Iterable<string>) => [...new Set(words)].sort((a, b) => b.length - a.length);

/** The words to mark in what was found to be like another text: those of both, and its own for a concept of both. */
export function wordsToMark({ common, concepts }: Shared): string[] {
  return longestFirst([...common, ...concepts.map(({ other }) => other)]);
}

/** The words to mark in the text for which others were found. */
export function ownWordsToMark(found: readonly Shared[]): string[] {
  return longestFirst(
    found.flatMap(({ common, concepts }) => [...common, ...concepts.map(({ one }) => one)]),
  );
}
