import type * as Y from "yjs";
import {
  type EditAnswer,
  type EditAuthor,
  type EditsToWeigh,
  type FrozenRoom,
  type LiveRooms,
  refuseEdit,
  type Weighed,
} from "~/record/live/liveRooms.server";
import type { Admission } from "./admission";
import { Committer } from "./committer";
import { Compactor } from "./compactor";
import type { Connection } from "./connection";
import { type Engine, stamp } from "./engine";
import { HandIns } from "./handIns";
import { pause } from "./pause";
import { Room, type RoomContext } from "./room";
import type { LiveStats } from "./stats";
import { findRoom, openRoom } from "./store";
import type { VersionLabel } from "./version";
import { weigh } from "./weighing";

/** What use cases may ask for, and what the server's own parts ask for besides. */
export interface LiveRoomsOfServer extends LiveRooms {
  /** Facts about the day changed in the database: pages in the room are told to fetch them again. */
  announce(room: string): void;
  /** Keeps the state of the room as a version; resolves to its id. */
  keepVersion(room: string, label: VersionLabel, personId: string | null): Promise<string>;
}

/** All rooms in memory, by name and epoch. */
export class Registry implements LiveRoomsOfServer {
  readonly committer: Committer;
  readonly compactor: Compactor;
  readonly handIns: HandIns;
  /** How often rights have been reviewed. */
  reviews = 0;
  #rooms = new Map<string, Room>();
  /** Each freeze in force, by room. */
  #frozen = new Map<string, symbol>();
  #uses = new Set<Promise<unknown>>();
  #stopped = false;
  #leaving = new Map<Room, NodeJS.Timeout>();
  #timers: NodeJS.Timeout[];
  #context: RoomContext;

  constructor(
    readonly engine: Engine,
    readonly admission: Admission,
  ) {
    this.committer = new Committer(engine);
    this.compactor = new Compactor(engine);
    this.handIns = new HandIns(engine);
    this.#context = {
      engine,
      committer: this.committer,
      compactor: this.compactor,
      handIns: this.handIns,
      onEmpty: (room) => this.#leaveLater(room),
      onBroken: (room) => this.#forget(room),
    };
    this.#timers = [
      setInterval(() => this.#heartbeat(), engine.limits.heartbeat),
      setInterval(() => void this.reviewAccess(), engine.limits.recheck),
    ];
  }

  // Rooms in memory

  /** The room's epoch now; makes the room's row when it is entered for the first time. */
  async epochOf(name: string): Promise<number> {
    return (await openRoom(name, stamp(this.engine))).epoch;
  }

  /** The room of that epoch, loading when it is not in memory; null when there are too many rooms. */
  find(name: string, epoch: number): Room | null {
    const key = keyOf(name, epoch);
    const found = this.#rooms.get(key);
    if (found) return found;
    if (this.#rooms.size >= this.engine.limits.rooms && !this.#makePlace()) return null;
    const room = new Room(name, epoch, this.#context);
    if (this.#frozen.has(name)) room.freeze();
    this.#rooms.set(key, room);
    return room;
  }

  // Somebody waits for a place: an empty room need not be kept for its usual time.
  #makePlace(): boolean {
    for (const room of this.#leaving.keys()) {
      if (!room.unused) continue;
      void this.#leave(room);
      // Leaving takes a moment; whoever asks again finds the place.
      return this.#rooms.size < this.engine.limits.rooms;
    }
    return false;
  }

  #forget(room: Room): void {
    const key = keyOf(room.room, room.epoch);
    if (this.#rooms.get(key) === room) this.#rooms.delete(key);
    const timer = this.#leaving.get(room);
    if (timer) clearTimeout(timer);
    this.#leaving.delete(room);
    room.destroy();
  }

  #leaveLater(room: Room): void {
    const key = keyOf(room.room, room.epoch);
    if (this.#rooms.get(key) !== room || this.#leaving.has(room)) return;
    const timer = setTimeout(() => void this.#leave(room), this.engine.limits.idle);
    timer.unref();
    this.#leaving.set(room, timer);
  }

  async #leave(room: Room): Promise<void> {
    const timer = this.#leaving.get(room);
    if (timer) clearTimeout(timer);
    this.#leaving.delete(room);
    if (!room.unused) return;
    await this.#settle(room);
    // People may have come in meanwhile; then nothing has happened.
    if (!room.unused) return;
    this.#forget(room);
    this.engine.counters.unloads += 1;
  }

  #roomsNamed(name: string): Room[] {
    return [...this.#rooms.values()].filter((room) => room.room === name);
  }

  /** Keeps the room, the current one unless told, in memory while a use case works on it. */
  async #using<T>(name: string, work: (room: Room) => Promise<T>, epoch?: number): Promise<T> {
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
      if (room.unused) this.#leaveLater(room);
    }
  }

  // What use cases ask for

  async edit(room: string, author: EditAuthor, change: (document: Y.Doc) => void): Promise<EditAnswer> {
    try {
      return await this.#using(room, (found) => found.edit(author, change));
    } catch (error) {
      if (error instanceof RoomsUnavailable) return refuseEdit("recordNotStored");
      throw error;
    }
  }

  async snapshot(room: string): Promise<{ epoch: number; sequence: number; state: Uint8Array }> {
    // Reading makes no row of a room that nobody has entered.
    const epoch = (await findRoom(room))?.epoch ?? 1;
    return this.#using(room, (found) => found.snapshot(), epoch);
  }

  async weigh(room: string, edits: EditsToWeigh): Promise<Weighed> {
    const { epoch, bytes, personId } = edits;
    if (!this.handIns.take(personId)) return { finding: "tooMany" };
    const { handInBytes } = this.engine.limits;
    if (epoch < 1 || epoch > (await this.epochOf(room)) || bytes.length > handInBytes)
      return { finding: "unreadable" };
    return this.#using(
      room,
      async (found) => {
        await found.flushed();
        const { state } = await found.snapshot();
        return weigh({ room, epoch, state, bytes, personId }, this.engine.limits);
      },
      epoch,
    );
  }

  /**
   * Stops writes in memory at once. The caller writes `live_room.state = 'frozen'` in the transaction
   * that issues the minutes; if the process dies before that, the room comes back open.
   * Not to be called inside `transact`: it waits for commits.
   */
  freeze(room: string): Promise<FrozenRoom> {
    this.#frozen.set(room, Symbol(room));
    for (const found of this.#roomsNamed(room)) found.freeze();
    return this.#using(room, (found) => found.frozenState());
  }

  async thaw(room: string): Promise<void> {
    this.#frozen.delete(room);
    await Promise.all(this.#roomsNamed(room).map((found) => found.thaw()));
  }

  announce(room: string): void {
    for (const found of this.#roomsNamed(room)) found.announce();
  }

  keepVersion(room: string, label: VersionLabel, personId: string | null): Promise<string> {
    return this.#using(room, (found) => found.keepVersion(label, personId));
  }

  async renew(room: string): Promise<void> {
    const freeze = this.#frozen.get(room);
    const row = await findRoom(room);
    for (const found of this.#roomsNamed(room)) {
      if (found.epoch !== row?.epoch) found.supersede();
    }
    // One that began meanwhile is of the new epoch.
    if (this.#frozen.get(room) === freeze) await this.thaw(room);
  }

  async reviewAccess(personId?: string): Promise<void> {
    const concerned = this.#connections().filter(
      ([, connection]) => personId === undefined || connection.person.personId === personId,
    );
    this.reviews += 1;
    // Held before the first await: nothing more is accepted under the old right.
    for (const [, connection] of concerned) connection.hold();
    await Promise.all(concerned.map(([room, connection]) => this.#review(room, connection)));
  }

  async #review(room: Room, connection: Connection): Promise<void> {
    try {
      const right = await this.admission.recheck(connection.admitted, room.room, room.epoch);
      if (right === "none") connection.close("forbidden");
      else if (right !== connection.right) connection.close("rightChanged");
    } catch (error) {
      this.engine.log.error({ err: error, person: connection.person.personId }, "right could not be checked");
      connection.close("overloaded");
    }
    connection.release();
  }

  // Keeping going

  #connections(): [Room, Connection][] {
    return [...this.#rooms.values()].flatMap((room) =>
      [...room.connections].map((connection): [Room, Connection] => [room, connection]),
    );
  }

  #heartbeat(): void {
    for (const room of this.#rooms.values()) room.heartbeat();
  }

  stats(): LiveStats {
    const connections = this.#connections();
    const rooms = [...this.#rooms.values()];
    return {
      ...this.engine.counters,
      closed: { ...this.engine.counters.closed },
      rooms: rooms.length,
      connections: connections.length,
      waitingUpdates: rooms.reduce((sum, room) => sum + room.waitingUpdates, 0),
      bufferedBytes: connections.reduce((sum, [, connection]) => sum + connection.bufferedBytes, 0),
    };
  }

  /**
   * Closes all connections, spread over `limits.drain`, goes on storing what they still send, waits for the use
   * cases at work, and brings everything to the disk.
   */
  async drain(): Promise<void> {
    const connections = this.#connections().map(([, connection]) => connection);
    const gap = this.engine.limits.drain / Math.max(1, connections.length);
    const start = performance.now();
    for (const [at, connection] of connections.entries()) {
      const wait = start + at * gap - performance.now();
      if (wait > 1) await pause(wait);
      connection.close("restarting");
    }
    for (const timer of this.#timers) clearInterval(timer);
    this.committer.stop();
    await this.#leaveAll();
    await this.committer.settled();
  }

  // Use cases at work are waited for, and so is what they begin next; whoever comes later is refused.
  async #leaveAll(): Promise<void> {
    while (this.#uses.size > 0 || this.#rooms.size > 0) {
      await Promise.allSettled(this.#uses);
      for (const room of [...this.#rooms.values()]) {
        await this.#settle(room);
        if (room.uses === 0) this.#forget(room);
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

  /** Lets go of everything at once, storing nothing: what a killed process does. For tests. */
  abandon(): void {
    this.committer.stop();
    for (const timer of this.#timers) clearInterval(timer);
    for (const [, connection] of this.#connections()) connection.socket.terminate();
    for (const room of [...this.#rooms.values()]) this.#forget(room);
  }
}

/** No room can be used at present. */
class RoomsUnavailable extends Error {}

function keyOf(name: string, epoch: number): string {
  return `${name}@${epoch}`;
}
