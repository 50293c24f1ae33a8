import { liveStore } from "~db/current";
import { type LiveBatch, NotFlushed } from "~db/liveStore";
import type { Engine } from "../engine";
import { pause } from "../pause";

/**
 * Why a batch is not to be shown. `error`: it is not stored. `refused`: the room is not open in the database.
 * `inDoubt`: it is stored, and whether the disk has it will not be known any more.
 */
export type Failure = "error" | "refused" | "inDoubt";

/** Something whose edits are committed: a room. */
export interface CommitSource {
  /** Applies what waits and answers what to store, null when that is nothing. */
  take(): LiveBatch | null;
  /** Called when the batch is on the disk and can be shown. */
  committed(): void;
  /** Called when the disk does not take what is committed: it takes longer, and nobody knows how long. */
  delayed(): void;
  /** Called when the batch is not to be shown, now or later. */
  failed(why: Failure): void;
  /** Called when one of the above threw: whatever is in memory is not to be trusted. */
  crashed(): void;
}

/**
 * Commits what all rooms have waiting in one transaction, over and over while there is something. One
 * flush of the disk serves everybody who typed in the meantime.
 */
export class Committer {
  #waiting = new Set<CommitSource>();
  #running: Promise<void> | null = null;
  /** When the next round may begin. Milliseconds. */
  #next = 0;
  #stopping = false;
  #gaveUp = false;

  constructor(readonly engine: Engine) {}

  /** Asks for a commit of the room soon. */
  schedule(room: CommitSource): void {
    this.#waiting.add(room);
    this.#running ??= this.#run();
  }

  /** True when what the database holds may not be on the disk, and nobody will find out: nothing of it may be shown. */
  get gaveUp(): boolean {
    return this.#gaveUp;
  }

  /** No longer waits for a disk that fails. */
  stop(): void {
    this.#stopping = true;
  }

  /** Resolves when nothing is waiting and nothing is under way. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.size > 0) {
      // Lets the other frames of this turn join the batch.
      await pause(this.#next - performance.now());
      const rooms = [...this.#waiting];
      this.#waiting.clear();
      const busy = await this.#round(rooms);
      // Under load the pause grows with the work, so that batches grow instead of the number of frames.
      this.#next = performance.now() + Math.min(this.engine.limits.commitPause, busy);
    }
    this.#running = null;
  }

  /** Answers the milliseconds this process itself worked, without waiting for the disk. */
  async #round(rooms: CommitSource[]): Promise<number> {
    const start = performance.now();
    const batches = new Map<CommitSource, LiveBatch>();
    for (const room of rooms) {
      const batch = this.#guarded(room, () => room.take());
      if (batch) batches.set(room, batch);
    }
    const taken = performance.now();
    if (batches.size === 0) return 0;
    const refused = await this.#store(batches);
    const stored = performance.now();
    for (const room of batches.keys()) {
      const why = refused.get(room);
      this.#guarded(room, () => (why ? room.failed(why) : room.committed()));
    }
    return taken - start + (performance.now() - stored);
  }

  // A defect in one room must not stop the commits of all.
  #guarded<T>(room: CommitSource, act: () => T): T | null {
    try {
      return act();
    } catch (error) {
      this.engine.log.error({ err: error }, "live room failed around a commit");
      room.crashed();
      return null;
    }
  }

  async #store(batches: Map<CommitSource, LiveBatch>): Promise<Map<CommitSource, Failure>> {
    const answer = await this.#append(batches);
    if (typeof answer !== "string") return answer;
    if (answer === "inDoubt" || batches.size === 1) return all(batches, answer);
    // One room's fault must not cost the others their edits.
    const results = new Map<CommitSource, Failure>();
    for (const [room, batch] of batches) {
      const alone = new Map([[room, batch]]);
      const one = await this.#append(alone);
      for (const [which, why] of typeof one === "string" ? all(alone, one) : one) results.set(which, why);
    }
    return results;
  }

  async #append(batches: Map<CommitSource, LiveBatch>): Promise<Answer> {
    const { counters, log } = this.engine;
    const start = performance.now();
    try {
      return this.#stored(batches, await liveStore().append([...batches.values()]), start);
    } catch (error) {
      counters.commitFailures += 1;
      log.error(
        { err: error, rooms: [...batches.values()].map((batch) => batch.room) },
        "live commit failed",
      );
      // Also after an error: what is loaded anew is shown, and some of it may be of the failed commit.
      if (!(await this.#flushed([...batches.keys()]))) return "inDoubt";
      return error instanceof NotFlushed ? this.#stored(batches, error.refused, start) : "error";
    }
  }

  #stored(batches: Map<CommitSource, LiveBatch>, refused: Set<string>, start: number): Answer {
    const { counters } = this.engine;
    counters.commits += 1;
    counters.commitSeconds += (performance.now() - start) / 1000;
    const rooms = [...batches].filter(([, batch]) => refused.has(batch.room));
    for (const batch of batches.values()) {
      if (!refused.has(batch.room)) counters.updatesStored += batch.rows.length;
    }
    return new Map(rooms.map(([room]) => [room, "refused"]));
  }

  /** Resolves once everything committed is on the disk, however long that takes; false when told to stop before. */
  async #flushed(rooms: CommitSource[]): Promise<boolean> {
    for (let attempt = 0; ; attempt++) {
      try {
        await liveStore().flush();
        return true;
      } catch (error) {
        this.engine.counters.commitFailures += 1;
        if (attempt === 0) this.engine.log.error({ err: error }, "the disk does not take live commits");
      }
      if (attempt === 0) for (const room of rooms) this.#guarded(room, () => room.delayed());
      if (this.#stopping) {
        this.#gaveUp = true;
        return false;
      }
      await pause(this.engine.limits.flushPause);
    }
  }
}

/** The rooms that were refused, or what went wrong with all of them. */
type Answer = Map<CommitSource, Failure> | "error" | "inDoubt";

function all(batches: Map<CommitSource, LiveBatch>, why: Failure): Map<CommitSource, Failure> {
  return new Map([...batches.keys()].map((room) => [room, why]));
}
