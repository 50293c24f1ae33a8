import type { ProblemClass } from "~/unit/problemClass";
import { thesaurus } from "./thesaurus";

/** One concept of the thesaurus: the word it is known by, and the field it lies in. */
export interface Concept {
  name: string;
  field: string;
  classes: readonly ProblemClass[];
  isCircumstance: boolean;
}

/** A word of a text and the concepts it tells of. */
export interface ToldConcept {
  word: string;
  concepts: readonly Concept[];
}

interface Lookup {
  /** Words by their first character, longest first. */
  words: Map<string, ToldConcept[]>;
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
  const words = new Map<string, ToldConcept[]>();
  for (const [word, concepts] of byWord)
    words.set(word[0]!, [...(words.get(word[0]!) ?? []), { word, concepts }]);
  for (const all of words.values()) all.sort((a, b) => b.word.length - a.word.length);
  return { words, hints: new Map([...byCharacter].map(([one, counts]) => [one, hintsOf(counts)])) };
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
    const entry = lookup.words.get(text[at]!)?.find(({ word }) => text.startsWith(word, at));
    if (entry) told.push(entry);
    at += entry?.word.length ?? 1;
  }
  return told;
}

/** The names of concepts that the characters of a text hint at. */
export function hintedConcepts(text: string): string[] {
  lookup ??= readThesaurus();
  const { hints } = lookup;
  return [...text].flatMap((character) => hints.get(character) ?? []);
}
