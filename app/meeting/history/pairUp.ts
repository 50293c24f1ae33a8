import { diffArrays } from "diff";
import { likeness } from "~/record/difference/textDifference";

/** Something that stands in a row with others: a line, a table, a row of a table. */
export interface Piece {
  /** Two with the same key are the same to the reader. */
  key: string;
  words: string;
  /** Only what is of one kind can be made into one another. */
  kind: string;
}

const mostEdits = 4_000;
// Below this two pieces have too little in common to be one that was changed.
const alike = 0.35;
const mostPairs = 40_000;

/**
 * Finds for each piece that is wanted which one it is of those that are there: the same one, or the one most like it,
 * or -1 for a new one. Pairs never cross.
 */
export function pairUp(there: readonly Piece[], wanted: readonly Piece[]): number[] {
  const keysOf = (pieces: readonly Piece[]) => pieces.map(({ key }) => key);
  const parts = diffArrays(keysOf(there), keysOf(wanted), { maxEditLength: mostEdits });
  const pairs: number[] = [];
  let from = 0;
  let [gone, come] = [0, 0];
  const settle = () => {
    const target = wanted.slice(pairs.length, pairs.length + come);
    pairs.push(...partners(there, from, from + gone, target));
    from += gone;
    [gone, come] = [0, 0];
  };
  for (const { count, removed, added } of parts ?? everything(there.length, wanted.length)) {
    if (removed) gone += count;
    else if (added) come += count;
    else {
      settle();
      for (let step = 0; step < count; step++) pairs.push(from++);
    }
  }
  settle();
  return pairs;
}

const everything = (removed: number, added: number) => [
  { removed: true, added: false, count: removed },
  { removed: false, added: true, count: added },
];

function partners(there: readonly Piece[], from: number, to: number, target: readonly Piece[]): number[] {
  const compares = (to - from) * target.length <= mostPairs;
  let next = from;
  return target.map((piece, at) => {
    let found = compares ? mostAlike(there, next, to, piece) : -1;
    // The last ones belong together even where they have little in common.
    const isLast = to - next === 1 && at === target.length - 1;
    if (found === -1 && isLast && there[next]?.kind === piece.kind) found = next;
    if (found !== -1) next = found + 1;
    return found;
  });
}

function mostAlike(there: readonly Piece[], from: number, to: number, { kind, words }: Piece): number {
  let [best, bestLikeness] = [-1, alike];
  for (let at = from; at < to; at++) {
    const one = there[at];
    if (one?.kind !== kind) continue;
    const found = likeness(one.words, words);
    if (found > bestLikeness) [best, bestLikeness] = [at, found];
  }
  return best;
}
