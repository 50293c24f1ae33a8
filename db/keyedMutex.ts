import { Mutex } from "async-mutex";

/** Works of which only one may run at a time for each key, such as a month. */
export class KeyedMutex {
  readonly #mutexes = new Map<string, Mutex>();

  /** Runs `work` once everything begun before for this key has ended, well or badly. */
  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const mutex = this.#mutexes.get(key) ?? new Mutex();
    this.#mutexes.set(key, mutex);
    try {
      return await mutex.runExclusive(work);
    } finally {
      if (!mutex.isLocked()) this.#mutexes.delete(key);
    }
  }
}
