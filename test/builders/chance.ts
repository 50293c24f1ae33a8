/** Chance that can be repeated. */
export interface Chance {
  /** A whole number from 0 to below `bound`. */
  below(bound: number): number;
  one<T>(list: readonly T[]): T;
}

/** Gives the same sequence for the same seed: mulberry32. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (bound) => Math.floor(next() * bound),
    one: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
  };
}

/** Deals a list in an order of chance, again and again; nothing comes twice before everything has come. */
export function* dealt<T>(random: Chance, list: readonly T[]): Generator<T, never> {
  for (;;) {
    const left = [...list];
    while (left.length > 0) yield left.splice(random.below(left.length), 1)[0] as T;
  }
}
