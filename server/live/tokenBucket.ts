/** Allows `perSecond` in the long run and `burst` at once. Instants in milliseconds. */
export class TokenBucket {
  #left: number;
  #at: number;

  constructor(
    readonly perSecond: number,
    readonly burst: number,
    at: number,
  ) {
    this.#left = burst;
    this.#at = at;
  }

  /** Takes `amount`; false when there is not enough. */
  take(amount: number, at: number): boolean {
    this.#left = Math.min(this.burst, this.#left + ((at - this.#at) / 1000) * this.perSecond);
    this.#at = at;
    if (amount > this.#left) return false;
    this.#left -= amount;
    return true;
  }

  /** Gives back what was taken for nothing. */
  give(amount: number): void {
    this.#left = Math.min(this.burst, this.#left + amount);
  }
}
