/** Whose document it is. */
export interface Resting {
  /** The document is as committed, or gone for good. */
  readonly resting: boolean;
}

/**
 * Those who wait until a document in memory is as it is on the disk. While a commit is under way the document
 * is ahead of the disk, and nobody may be shown it.
 */
export class Rest {
  #waiting: (() => void)[] = [];
  #rounds: (() => void)[] = [];

  constructor(readonly room: Resting) {}

  /** Calls `look` at once, or when the commit under way is done. */
  at<T>(look: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = () => {
        try {
          resolve(look());
        } catch (error) {
          reject(error);
        }
      };
      if (this.room.resting) run();
      else this.#waiting.push(run);
    });
  }

  /** Resolves after the next commit. */
  round(): Promise<void> {
    return new Promise((done) => this.#rounds.push(done));
  }

  /** The document is at rest again. */
  reached(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const run of waiting) run();
    const rounds = this.#rounds;
    this.#rounds = [];
    for (const done of rounds) done();
  }
}
