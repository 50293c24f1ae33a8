import { closeSync, fdatasync, openSync } from "node:fs";
import { promisify } from "node:util";

const toDisk = promisify(fdatasync);

/**
 * Brings SQLite's write-ahead log to the disk on another thread, so that a slow disk holds up those who wait for
 * their own commit and nobody else.
 */
export class LogFlush {
  #log: number | null = null;

  /** @param file the database; its log lies beside it once something was written */
  constructor(readonly file: string) {}

  /** Resolves when everything committed before the call survives a power cut. */
  async flush(): Promise<void> {
    // The file stays the same one as long as the database is open.
    this.#log ??= openSync(`${this.file}-wal`, "r+");
    await toDisk(this.#log);
  }

  close(): void {
    if (this.#log !== null) closeSync(this.#log);
    this.#log = null;
  }
}
