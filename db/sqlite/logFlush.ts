import { closeSync, fdatasync, fdatasyncSync, openSync } from "node:fs";
import { promisify } from "node:util";

const onAnotherThread = promisify(fdatasync);
/** Milliseconds. Handing a flush to another thread and hearing back takes a good part of this. */
const quick = 1;

/**
 * Brings SQLite's write-ahead log to the disk. While the disk is quick, directly; once it is slow, on another
 * thread, so that it holds up those who wait for their own commit and nobody else.
 */
export class LogFlush {
  #log: number | null = null;
  #isQuick = true;

  /** @param file the database; its log lies beside it once something was written */
  constructor(readonly file: string) {}

  /** Answers, or resolves, when everything committed before the call survives a power cut. */
  flush(): void | Promise<void> {
    // The file stays the same one as long as the database is open.
    this.#log ??= openSync(`${this.file}-wal`, "r+");
    const start = performance.now();
    if (!this.#isQuick) return this.#elsewhere(this.#log, start);
    fdatasyncSync(this.#log);
    this.#note(start);
  }

  async #elsewhere(log: number, start: number): Promise<void> {
    await onAnotherThread(log);
    this.#note(start);
  }

  #note(start: number): void {
    this.#isQuick = performance.now() - start < quick;
  }

  close(): void {
    if (this.#log !== null) closeSync(this.#log);
    this.#log = null;
  }
}
