import { TokenBucket } from "../live/tokenBucket";

/** So many in the long run, and so many at once. */
export interface Pace {
  perSecond: number;
  burst: number;
}

const mostKeys = 10_000;

/** Gives the function that takes one from the bucket of a key; false where it is empty. */
export function pacedByKey({ perSecond, burst }: Pace, clock: () => number): (key: string) => boolean {
  const buckets = new Map<string, TokenBucket>();
  return (key) => {
    const at = clock();
    // Forgetting them all gives each another burst, which a common bucket bounds.
    if (buckets.size >= mostKeys) buckets.clear();
    const bucket = buckets.get(key) ?? new TokenBucket(perSecond, burst, at);
    buckets.set(key, bucket);
    return bucket.take(1, at);
  };
}
