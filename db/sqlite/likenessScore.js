// How like two texts are by the terms they are compared by; see app/likeness/terms.ts for what the signs mean.

// Chosen on texts that tell the same in other words: concepts say most, a guess at a concept least.
const weights = { "#": 1, "%": 1, "~": 0.3, "^": 0.3, "@": 0.3 };
const ofWord = 0.3;

/**
 * Reads stored terms into how often each occurs.
 * @param {string} terms
 * @returns {Map<string, number>}
 */
export function countsOf(terms) {
  const counts = new Map();
  for (const term of terms.split(" ")) if (term) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/**
 * What a term says that occurs so often in one text, and in so many of all.
 * @param {string} term
 * @param {number} count
 * @param {number} found
 * @param {number} all
 */
export function weightOf(term, count, found, all) {
  return (weights[term[0]] ?? ofWord) * Math.log(1 + all / Math.max(1, found)) * (count / (count + 1));
}

/**
 * The cosine of two texts, and the terms they share, those first that say most.
 * @param {Map<string, number>} one
 * @param {Map<string, number>} other
 * @param {(term: string, count: number) => number} weigh the weight of a term that occurs so often
 * @returns {{ likeness: number; common: string[] }}
 */
export function compare(one, other, weigh) {
  let product = 0;
  let squareOfOne = 0;
  let squareOfOther = 0;
  const shared = [];
  for (const [term, count] of one) {
    const weight = weigh(term, count);
    squareOfOne += weight * weight;
    const theirs = other.get(term);
    if (theirs === undefined) continue;
    const both = weight * weigh(term, theirs);
    product += both;
    shared.push({ term, both });
  }
  for (const [term, count] of other) squareOfOther += weigh(term, count) ** 2;
  const likeness = product === 0 ? 0 : product / Math.sqrt(squareOfOne * squareOfOther);
  return { likeness, common: shared.sort((a, b) => b.both - a.both).map(({ term }) => term) };
}
