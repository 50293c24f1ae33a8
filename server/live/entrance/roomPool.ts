import type { Connection } from "../connection/connection";
import { type Engine, stamp } from "../engine";
import type { Room } from "../room/room";
import type { Committer } from "../store/committer";
import { openRoom } from "../store/store";

/** No room can be used at present. */
export class RoomsUnavailable extends Error {}

/** Holds the rooms in memory, by name and epoch, and lets go of those that nobody needs. */
export class RoomPool {
  #rooms = new Map<string, Room>();
  /** Empty rooms, and when each is let go of. */
  #evictions = new Map<Room, NodeJS.Timeout>();
  #uses = new Set<Promise<unknown>>();
  #stopped = false;

  /** @param create makes a room, which begins to load */
  constructor(
    readonly engine: Engine,
    readonly committer: Committer,
    readonly create: (name: string, epoch: number) => Room,
  ) {}

  get rooms(): Room[] {
    return [...this.#rooms.values()];
  }

  /** The rooms of that name, of every epoch. */
  named(name: string): Room[] {
    return this.rooms.filter((room) => room.room === name);
  }

  get connections(): [Room, Connection][] {
    return this.rooms.flatMap((room) =>
      [...room.connections].map((connection): [Room, Connection] => [room, connection]),
    );
  }

  /** Answers the room's epoch now; makes the room's row when it is entered for the first time. */
  async epochOf(name: string): Promise<number> {
    return (await openRoom(name, stamp(this.engine))).epoch;
  }

  /** Answers the room of that epoch, loading when it is not in memory; null when there are too many rooms. */
  find(name: string, epoch: number): Room | null {
    const key = keyOf(name, epoch);
    const found = this.#rooms.get(key);
    if (found) return found;
    if (this.#rooms.size >= this.engine.limits.rooms && !this.#makePlace()) return null;
    const room = this.create(name, epoch);
    this.#rooms.set(key, room);
    return room;
  }

  // Somebody waits for a place: an empty room need not be kept for its usual time.
  #makePlace(): boolean {
    for (const room of this.#evictions.keys()) {
      if (!room.unused) continue;
      void this.#evict(room);
      // That takes a moment; whoever asks again finds the place.
      return this.#rooms.size < this.engine.limits.rooms;
    }
    return false;
  }

  /** Keeps the room, that of the present epoch unless told, in memory while `work` is done on it. */
  async use<T>(name: string, work: (room: Room) => Promise<T>, epoch?: number): Promise<T> {
    if (this.#stopped || this.committer.gaveUp) throw new RoomsUnavailable("the live rooms have stopped");
    const use = this.#use(name, work, epoch);
    this.#uses.add(use);
    try {
      return await use;
    } finally {
      this.#uses.delete(use);
    }
  }

  async #use<T>(name: string, work: (room: Room) => Promise<T>, epoch?: number): Promise<T> {
    const room = this.find(name, epoch ?? (await this.epochOf(name)));
    if (!room) throw new RoomsUnavailable("too many live rooms");
    room.uses += 1;
    try {
      return await work(room);
    } finally {
      room.uses -= 1;
      if (room.unused) this.evictLater(room);
    }
  }

  /** Lets go of an empty room unless it is needed again in time. */
  evictLater(room: Room): void {
    if (this.#rooms.get(keyOf(room.room, room.epoch)) !== room || this.#evictions.has(room)) return;
    const timer = setTimeout(() => void this.#evict(room), this.engine.limits.idle);
    timer.unref();
    this.#evictions.set(room, timer);
  }

  async #evict(room: Room): Promise<void> {
    this.#cancelEviction(room);
    if (!room.unused) return;
    await this.#settle(room);
    // People may have come in meanwhile; then nothing has happened.
    if (!room.unused) return;
    this.forget(room);
    this.engine.counters.unloads += 1;
  }

  #cancelEviction(room: Room): void {
    const timer = this.#evictions.get(room);
    if (timer) clearTimeout(timer);
    this.#evictions.delete(room);
  }

  /** Drops a room as it is, storing nothing. */
  forget(room: Room): void {
    const key = keyOf(room.room, room.epoch);
    if (this.#rooms.get(key) === room) this.#rooms.delete(key);
    this.#cancelEviction(room);
    room.destroy();
  }

  /**
   * Brings every room to the disk and lets go of it. Use cases at work are waited for, and so is what they begin next;
   * whoever comes later is refused.
   */
  async close(): Promise<void> {
    while (this.#uses.size > 0 || this.#rooms.size > 0) {
      await Promise.allSettled(this.#uses);
      for (const room of this.rooms) {
        await this.#settle(room);
        if (room.uses === 0) this.forget(room);
      }
    }
    this.#stopped = true;
  }

  async #settle(room: Room): Promise<void> {
    try {
      await room.settle();
    } catch (error) {
      this.engine.log.error({ err: error, room: room.room }, "live room could not be settled");
    }
  }
}

function keyOf(name: string, epoch: number): string {
  return `${name}@${epoch}`;
}
