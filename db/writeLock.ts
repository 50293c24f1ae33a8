import { AsyncLocalStorage } from "node:async_hooks";
import { Mutex } from "async-mutex";

let inside: AsyncLocalStorage<true> | null = null;

/**
 * Makes a transaction begun inside another one an error instead of letting it wait for ever. For tests: on Node 20
 * it makes every promise and every write of the process slower.
 */
export function watchNesting(): void {
  inside ??= new AsyncLocalStorage();
}

/** Lets one writer of a database work at a time, in the order in which they came. */
export class WriteLock {
  readonly #mutex = new Mutex();

  /** True while somebody writes or waits to. */
  get held(): boolean {
    return this.#mutex.isLocked();
  }

  /** Runs `work` once everybody who came before has finished, well or badly. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    // The inner one would wait for the outer one for ever.
    if (inside?.getStore()) throw new Error("transact inside transact");
    return this.#mutex.runExclusive(() => inside?.run(true, work) ?? work());
  }
}
