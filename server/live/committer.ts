import type { LiveBatch } from "~db/liveLog";
import { appendToLiveLog } from "~db/transact";
import type { Engine } from "./engine";

/** A room as the committer sees it. */
export interface Committing {
  /** Applies what waits and returns what to store, null when there is nothing to store. */
  take(): LiveBatch | null;
  /** The batch is on disk: show it. */
  committed(): void;
  /** The batch is not stored and never will be. `refused`: the room is not open in the database. */
  failed(why: "error" | "refused"): void;
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

  constructor(readonly engine: Engine) {}

  /** Asks for a commit of the room soon. */
  schedule(room: Committing): void {
    this.#waiting.add(room);
    this.#running ??= this.#run();
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

  async #store(batches: Map<Committing, LiveBatch>): Promise<Map<Committing, "error" | "refused">> {
    const answer = await this.#append(batches);
    if (answer !== "error" || batches.size === 1) return answer === "error" ? all(batches, "error") : answer;
    // One room's fault must not cost the others their edits.
    const results = new Map<Committing, "error" | "refused">();
    for (const [room, batch] of batches) {
      const alone = new Map([[room, batch]]);
      const one = await this.#append(alone);
      for (const [which, why] of one === "error" ? all(alone, "error") : one) results.set(which, why);
    }
    return results;
  }

  async #append(batches: Map<Committing, LiveBatch>): Promise<"error" | Map<Committing, "refused">> {
    const { counters, log } = this.engine;
    const start = performance.now();
    try {
      const refused = await appendToLiveLog([...batches.values()]);
      counters.commits += 1;
      counters.commitSeconds += (performance.now() - start) / 1000;
      const rooms = [...batches].filter(([, batch]) => refused.has(batch.room));
      for (const batch of batches.values()) {
        if (!refused.has(batch.room)) counters.updatesStored += batch.rows.length;
      }
      return new Map(rooms.map(([room]) => [room, "refused"]));
    } catch (error) {
      counters.commitFailures += 1;
      log.error(
        { err: error, rooms: [...batches.values()].map((batch) => batch.room) },
        "live commit failed",
      );
      return "error";
    }
  }
}

function all(batches: Map<Committing, LiveBatch>, why: "error"): Map<Committing, "error"> {
  return new Map([...batches.keys()].map((room) => [room, why]));
}

// At least until the end of this turn of the event loop.
function pause(milliseconds: number): Promise<void> {
  if (milliseconds < 1) return new Promise((resolve) => setImmediate(resolve));
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
