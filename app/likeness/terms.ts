import { type Concept, conceptsIn, hintedConcepts } from "./concepts";

/** What is compared about a matter. */
export interface Matter {
  /** What names it. */
  title: string;
  /** What else is told of it. */
  text: string;
  place?: string;
  problemClass?: string;
}

/** By its first sign a term tells what it is; one without a sign is a word. */
export const termSigns = { concept: "#", field: "%", hint: "~", problemClass: "^", place: "@" } as const;

const isTelling = (word: string) => word.length > 1 || /\d/.test(word);
// A term is one token of the index.
const plain = (word: string) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/**
 * What a matter is compared by: its telling words, the concepts they tell of or hint at, the fields these lie in, its
 * class and the words of its place. What names it counts twice.
 * @param fold writes a text as it is searched
 * @param wordsOf splits a text into words
 */
export function termsOf(
  { title, text, place = "", problemClass }: Matter,
  fold: (text: string) => string,
  wordsOf: (text: string) => string[],
): string {
  const folded = fold(`${title}\n${title}\n${text}`);
  const told = conceptsIn(folded).flatMap((one) => one.concepts);
  const concepts = told.filter(({ isCircumstance }) => !isCircumstance);
  const circumstances = told.filter(({ isCircumstance }) => isCircumstance).map(({ name }) => name);
  const terms = [
    ...wordsOf(folded).filter(isTelling).map(plain),
    ...concepts.map(({ name }) => termSigns.concept + plain(name)),
    ...concepts.map(({ field }) => termSigns.field + plain(field)),
    ...[...hintedConcepts(folded), ...circumstances].map((name) => termSigns.hint + plain(name)),
    ...wordsOf(fold(place))
      .filter(isTelling)
      .map((word) => termSigns.place + plain(word)),
  ];
  const likeliest = problemClass && problemClass !== "other" ? problemClass : classTold(concepts);
  if (likeliest) terms.push(termSigns.problemClass + plain(likeliest));
  return atMostThrice(terms).join(" ");
}

/** The class that most of the concepts tell of. */
function classTold(concepts: readonly Concept[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { classes } of concepts) for (const one of classes) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

// How often a word comes says little from then on, and would only fill the index.
function atMostThrice(terms: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return terms.filter((term) => {
    const count = (counts.get(term) ?? 0) + 1;
    counts.set(term, count);
    return term !== "" && count <= 3;
  });
}

/** A concept that two texts tell of, each in words of its own. */
export interface SharedConcept {
  one: string;
  other: string;
}

/**
 * The words by which two texts tell of the same concepts, in the order of the terms they share; those of which both
 * use the same word are left out.
 * @param texts as they are searched
 */
export function sharedConcepts(
  texts: { one: string; other: string },
  common: readonly string[],
): SharedConcept[] {
  const wordsOf = (text: string) => {
    const words = new Map<string, Set<string>>();
    for (const { word, concepts } of conceptsIn(text))
      for (const { name } of concepts)
        words.set(plain(name), (words.get(plain(name)) ?? new Set()).add(word));
    return words;
  };
  const [ones, others] = [wordsOf(texts.one), wordsOf(texts.other)];
  const names = common
    .filter((term) => term.startsWith(termSigns.concept))
    .map((term) => term.slice(termSigns.concept.length));
  return names.flatMap((name) => {
    const [own, theirs] = [ones.get(name) ?? new Set<string>(), others.get(name) ?? new Set<string>()];
    const one = [...own].find((word) => !theirs.has(word));
    const other = [...theirs].find((word) => !own.has(word));
    const both = [...own].find((word) => theirs.has(word));
    if (one && other && !both) return [{ one, other }];
    return [];
  });
}
