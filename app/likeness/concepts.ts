import { thesaurus } from "./thesaurus";

/** One concept of the thesaurus: the word it is known by, and the field it lies in. */
export interface Concept {
  name: string;
  field: string;
  classes: readonly string[];
  isCircumstance: boolean;
}

/** A word of a text and the concepts it tells of. */
export interface ToldConcept {
  word: string;
  concepts: readonly Concept[];
}

interface Lookup {
  words: Map<string, ToldConcept>;
  /** How long the words are that begin with a character, longest first. */
  lengths: Map<string, number[]>;
  /** Concepts that a character hints at, also in words that nobody has entered. */
  hints: Map<string, string[]>;
}

// A character hints at a concept where it stands in words of few others.
const hintingShare = 0.3;

function readThesaurus(): Lookup {
  const byWord = new Map<string, Concept[]>();
  const byCharacter = new Map<string, Map<string, number>>();
  for (const { key, classes, isCircumstance = false, concepts } of thesaurus)
    for (const line of concepts.trim().split("\n")) {
      const words = line.toLowerCase().split(" ");
      const concept = { name: words[0]!, field: key, classes, isCircumstance };
      for (const word of words) {
        byWord.set(word, [...(byWord.get(word) ?? []), concept]);
        for (const character of new Set(word)) count(byCharacter, character, concept.name);
      }
    }
  const words = new Map([...byWord].map(([word, concepts]) => [word, { word, concepts }]));
  const hints = new Map([...byCharacter].map(([one, counts]) => [one, hintsOf(counts)]));
  return { words, lengths: lengthsOf(byWord.keys()), hints };
}

function lengthsOf(words: Iterable<string>): Map<string, number[]> {
  const lengths = new Map<string, Set<number>>();
  for (const word of words) lengths.set(word[0]!, (lengths.get(word[0]!) ?? new Set()).add(word.length));
  return new Map([...lengths].map(([first, all]) => [first, [...all].sort((a, b) => b - a)]));
}

function count(byCharacter: Map<string, Map<string, number>>, character: string, concept: string): void {
  const counts = byCharacter.get(character) ?? new Map<string, number>();
  byCharacter.set(character, counts.set(concept, (counts.get(concept) ?? 0) + 1));
}

function hintsOf(counts: ReadonlyMap<string, number>): string[] {
  const all = [...counts.values()].reduce((sum, number) => sum + number, 0);
  return [...counts].filter(([, number]) => number / all >= hintingShare).map(([concept]) => concept);
}

let lookup: Lookup | undefined;

/**
 * The words of a text that tell of concepts, in order; where several begin at the same place, the longest.
 * @param text as it is searched; see `foldForSearch`
 */
export function conceptsIn(text: string): ToldConcept[] {
  lookup ??= readThesaurus();
  const told: ToldConcept[] = [];
  for (let at = 0; at < text.length; ) {
    const found = longestAt(lookup, text, at);
    if (found) told.push(found);
    at += found?.word.length ?? 1;
  }
  return told;
}

function longestAt({ words, lengths }: Lookup, text: string, at: number): ToldConcept | undefined {
  for (const length of lengths.get(text[at]!) ?? []) {
    const found = words.get(text.slice(at, at + length));
    if (found) return found;
  }
  return undefined;
}

/** The names of concepts that the characters of a text hint at. */
export function hintedConcepts(text: string): string[] {
  lookup ??= readThesaurus();
  const hinted: string[] = [];
  for (const character of text) {
    const names = lookup.hints.get(character);
    if (names && names.length > 0) hinted.push(...names);
  }
  return hinted;
}
