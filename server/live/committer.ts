import { type LiveBatch, liveStore, NotFlushed } from "~db/liveStore";
import type { Engine } from "./engine";
import { pause } from "./pause";

/**
 * Why a batch is not to be shown. `error`: it is not stored. `refused`: the room is not open in the database.
 * `unsure`: it is stored, and whether the disk has it will not be known any more.
 */
export type Failure = "error" | "refused" | "unsure";

/** A room as the committer sees it. */
export interface Committing {
  /** Applies what waits and returns what to store, null when there is nothing to store. */
  take(): LiveBatch | null;
  /** The batch is on disk: show it. */
  committed(): void;
  /** The disk does not take what is committed: it takes longer, and nobody knows how long. */
  delayed(): void;
  /** The batch is not to be shown, now or later. */
  failed(why: Failure): void;
  /** One of the above threw: whatever is in memory is not to be trusted. */
  broke(): void;
}

/**
 * Commits what all rooms have waiting in one transaction, over and over while there is something. One
 * flush of the disk serves everybody who typed in the meantime.
 */
export class Committer {
  #waiting = new Set<Committing>();
  #running: Promise<void> | null = null;
  /** When the next round may begin. Milliseconds. */
  #next = 0;
  #stopping = false;
  #gaveUp = false;

  constructor(readonly engine: Engine) {}

  /** Asks for a commit of the room soon. */
  schedule(room: Committing): void {
    this.#waiting.add(room);
    this.#running ??= this.#run();
  }

  /** What the database holds may not be on the disk, and nobody will find out: nothing of it may be shown. */
  get gaveUp(): boolean {
    return this.#gaveUp;
  }

  /** From now on a disk that fails is not waited for. */
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

  /** Returns the milliseconds this process itself worked, without waiting for the disk. */
  async #round(rooms: Committing[]): Promise<number> {
    const start = performance.now();
    const batches = new Map<Committing, LiveBatch>();
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
  #guarded<T>(room: Committing, act: () => T): T | null {
    try {
      return act();
    } catch (error) {
      this.engine.log.error({ err: error }, "live room failed around a commit");
      room.broke();
      return null;
    }
  }

  async #store(batches: Map<Committing, LiveBatch>): Promise<Map<Committing, Failure>> {
    const answer = await this.#append(batches);
    if (typeof answer !== "string") return answer;
    if (answer === "unsure" || batches.size === 1) return all(batches, answer);
    // One room's fault must not cost the others their edits.
    const results = new Map<Committing, Failure>();
    for (const [room, batch] of batches) {
      const alone = new Map([[room, batch]]);
      const one = await this.#append(alone);
      for (const [which, why] of typeof one === "string" ? all(alone, one) : one) results.set(which, why);
    }
    return results;
  }

  async #append(batches: Map<Committing, LiveBatch>): Promise<Answer> {
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
      if (!(await this.#flushed([...batches.keys()]))) return "unsure";
      return error instanceof NotFlushed ? this.#stored(batches, error.refused, start) : "error";
    }
  }

  #stored(batches: Map<Committing, LiveBatch>, refused: Set<string>, start: number): Answer {
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
  async #flushed(rooms: Committing[]): Promise<boolean> {
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
type Answer = Map<Committing, Failure> | "error" | "unsure";

function all(batches: Map<Committing, LiveBatch>, why: Failure): Map<Committing, Failure> {
  return new Map([...batches.keys()].map((room) => [room, why]));
}
