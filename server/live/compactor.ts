import { type Compacted, compact } from "./compaction";
import { type Engine, stamp } from "./engine";

/** Compacts one room at a time: each holds a second copy of a document and much of the processor. */
export class Compactor {
  #turn: Promise<unknown> = Promise.resolve();

  constructor(readonly engine: Engine) {}

  /** Null when nothing was compacted; a failure is logged, and the log simply stays as it is. */
  run(room: string, epoch: number): Promise<Compacted | null> {
    const turn = this.#turn.then(() => this.#one(room, epoch));
    this.#turn = turn;
    return turn;
  }

  async #one(room: string, epoch: number): Promise<Compacted | null> {
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
