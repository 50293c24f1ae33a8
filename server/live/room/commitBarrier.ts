/** Tells how a document in memory stands to the disk. */
export interface CommitState {
  /** True while it is as committed, or gone for good. */
  readonly isCommitted: boolean;
}

/**
 * Lets those wait who want to see a document as it is on the disk. While a commit is under way the document in memory
 * is ahead of it, and nobody may be shown it.
 */
export class CommitBarrier {
  #waiting: (() => void)[] = [];
  #rounds: (() => void)[] = [];

  constructor(readonly state: CommitState) {}

  /** Calls `look` at once, or when the commit under way is done; resolves with what it answers. */
  whenCommitted<T>(look: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = () => {
        try {
          resolve(look());
        } catch (error) {
          reject(error);
        }
      };
      if (this.state.isCommitted) run();
      else this.#waiting.push(run);
    });
  }

  /** Resolves after the next commit. */
  nextCommit(): Promise<void> {
    return new Promise((done) => this.#rounds.push(done));
  }

  /** Lets everybody through: the document is as committed again. */
  open(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const run of waiting) run();
    const rounds = this.#rounds;
    this.#rounds = [];
    for (const done of rounds) done();
  }
}
