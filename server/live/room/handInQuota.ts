import type { Engine } from "../engine";
import { TokenBucket } from "../tokenBucket";

/** Counts how often each person may still hand in edits or bring them too late, over all rooms and connections. */
export class HandInQuota {
  #left = new Map<string, TokenBucket>();

  constructor(readonly engine: Engine) {}

  /** Counts one; false when there have been too many. */
  take(personId: string): boolean {
    const { handInsPerMinute, handInBurst } = this.engine.limits;
    const at = this.engine.now().getTime();
    const bucket = this.#left.get(personId) ?? new TokenBucket(handInsPerMinute / 60, handInBurst, at);
    this.#left.set(personId, bucket);
    return bucket.take(1, at);
  }

  /** Takes one back that came to nothing by no fault of the person, who will bring it again. */
  giveBack(personId: string): void {
    this.#left.get(personId)?.give(1);
  }
}
