import { type LiveBatch, type LiveStore, NotFlushed } from "../liveStore";
import type { WriteLock } from "../writeLock";
import type { LiveLog } from "./liveLog";
import type { LogFlush } from "./logFlush";
import type { WriteHealth } from "./writeHealth";

/** The live log in SQLite: its commits do not wait for the disk, what follows here does. */
export class SqliteLiveStore implements LiveStore {
  #flushFailed = false;

  constructor(
    readonly lock: WriteLock,
    readonly log: LiveLog,
    readonly disk: LogFlush,
    readonly health: WriteHealth,
  ) {}

  append(batches: readonly LiveBatch[]): Promise<Set<string>> {
    return this.health.noting(() => this.#append(batches));
  }

  async #append(batches: readonly LiveBatch[]): Promise<Set<string>> {
    const { lock, log } = this;
    const refused = lock.held ? await lock.run(async () => log.append(batches)) : log.append(batches);
    try {
      await this.flush();
    } catch (error) {
      throw new NotFlushed(refused, error);
    }
    return refused;
  }

  async flush(): Promise<void> {
    try {
      await this.disk.flush();
    } catch (error) {
      this.#flushFailed = true;
      throw error;
    }
    if (this.#flushFailed) this.#writeBack();
  }

  // That a flush succeeds after a failed one proves nothing, because the system may have given up the pages that it
  // could not write; so what the log holds is written once more, into the database file.
  #writeBack(): void {
    this.log.writeBack();
    this.#flushFailed = false;
  }
}
