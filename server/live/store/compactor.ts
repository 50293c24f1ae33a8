import { Mutex } from "async-mutex";
import { type Engine, stamp } from "../engine";
import { type Compacted, compact } from "./compaction";

/** Compacts one room at a time: each holds a second copy of a document and much of the processor. */
export class Compactor {
  readonly #mutex = new Mutex();

  constructor(readonly engine: Engine) {}

  /** Answers null when nothing was compacted; a failure is logged, and the log simply stays as it is. */
  run(room: string, epoch: number): Promise<Compacted | null> {
    return this.#mutex.runExclusive(() => this.#compact(room, epoch));
  }

  async #compact(room: string, epoch: number): Promise<Compacted | null> {
    const { counters, log } = this.engine;
    try {
      const compacted = await compact(room, epoch, stamp(this.engine));
      if (compacted) counters.compactions += 1;
      return compacted;
    } catch (error) {
      counters.compactionFailures += 1;
      log.error({ err: error, room, epoch }, "live compaction failed");
      return null;
    }
  }
}
