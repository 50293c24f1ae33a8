import type * as Y from "yjs";
import {
  type EditAnswer,
  type EditAuthor,
  type FrozenRoom,
  type HandIn,
  type HandInPreview,
  type LiveRooms,
  type MayWrite,
  refuseEdit,
} from "~/record/live/liveRooms.server";
import type { Admission } from "../admission";
import { previewHandIn } from "../document/handInPreview";
import type { Engine } from "../engine";
import { pause } from "../pause";
import { HandInQuota } from "../room/handInQuota";
import { Room, type RoomContext } from "../room/room";
import type { LiveStats } from "../stats";
import { Committer } from "../store/committer";
import { Compactor } from "../store/compactor";
import { findRoom } from "../store/store";
import type { VersionLabel } from "../store/version";
import { AccessReview } from "./accessReview";
import { RoomPool, RoomsUnavailable } from "./roomPool";

/** What use cases may ask for, and what the server's own parts ask for besides. */
export interface LiveRoomsOfServer extends LiveRooms {
  /** Asks again who may change which part of a room's record: facts it depends on have changed. */
  reviewParts(room: string): Promise<void>;
  /** Tells the pages in the room to fetch facts again: some have changed in the database. */
  announce(room: string): void;
  /** Keeps the state of the room as a version; resolves to its id. */
  keepVersion(room: string, label: VersionLabel, personId: string | null): Promise<string>;
}

/** The live rooms as the rest of the server knows them. */
export class Registry implements LiveRoomsOfServer {
  readonly pool: RoomPool;
  readonly accessReview: AccessReview;
  readonly #committer: Committer;
  readonly #handInQuota: HandInQuota;
  readonly #context: RoomContext;
  /** Each freeze in force, by room. */
  readonly #frozen = new Map<string, symbol>();
  readonly #timers: NodeJS.Timeout[];

  constructor(
    readonly engine: Engine,
    readonly admission: Admission,
  ) {
    this.#committer = new Committer(engine);
    this.#handInQuota = new HandInQuota(engine);
    this.pool = new RoomPool(engine, this.#committer, (name, epoch) => this.#create(name, epoch));
    this.accessReview = new AccessReview(engine, admission, this.pool);
    this.#context = {
      engine,
      admission,
      committer: this.#committer,
      compactor: new Compactor(engine),
      handInQuota: this.#handInQuota,
      onEmpty: (room) => this.pool.evictLater(room),
      onBroken: (room) => this.pool.forget(room),
    };
    this.#timers = [
      setInterval(() => this.#heartbeat(), engine.limits.heartbeat),
      setInterval(() => void this.reviewAccess(), engine.limits.recheck),
    ];
  }

  #create(name: string, epoch: number): Room {
    const room = new Room(name, epoch, this.#context);
    if (this.#frozen.has(name)) room.freeze();
    return room;
  }

  // What use cases ask for

  async edit(
    room: string,
    author: EditAuthor,
    change: (document: Y.Doc) => void,
    mayWrite?: MayWrite,
  ): Promise<EditAnswer> {
    try {
      return await this.pool.use(room, (found) => found.edit(author, change, mayWrite));
    } catch (error) {
      if (error instanceof RoomsUnavailable) return refuseEdit("recordNotStored");
      throw error;
    }
  }

  async snapshot(room: string): Promise<{ epoch: number; sequence: number; state: Uint8Array }> {
    // Reading makes no row of a room that nobody has entered.
    const epoch = (await findRoom(room))?.epoch ?? 1;
    return this.pool.use(room, (found) => found.committed.snapshot(), epoch);
  }

  async previewHandIn(room: string, handIn: HandIn): Promise<HandInPreview> {
    const { epoch, bytes, personId } = handIn;
    if (!this.#handInQuota.take(personId)) return { finding: "tooMany" };
    const { handInBytes } = this.engine.limits;
    if (epoch < 1 || epoch > (await this.pool.epochOf(room)) || bytes.length > handInBytes)
      return { finding: "unreadable" };
    return this.pool.use(
      room,
      async (found) => {
        const { state } = await found.committed.settled();
        return previewHandIn({ room, epoch, state, bytes, personId }, this.engine.limits);
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
    for (const found of this.pool.named(room)) found.freeze();
    return this.pool.use(room, (found) => found.committed.settled());
  }

  async thaw(room: string): Promise<void> {
    this.#frozen.delete(room);
    await Promise.all(this.pool.named(room).map((found) => found.thaw()));
  }

  async reviewParts(room: string): Promise<void> {
    await Promise.all(this.pool.named(room).map((found) => found.partRights.load()));
  }

  announce(room: string): void {
    for (const found of this.pool.named(room)) found.notice.announce();
  }

  keepVersion(room: string, label: VersionLabel, personId: string | null): Promise<string> {
    return this.pool.use(room, (found) => found.keepVersion(label, personId));
  }

  async renew(room: string): Promise<void> {
    const freeze = this.#frozen.get(room);
    const row = await findRoom(room);
    for (const found of this.pool.named(room)) {
      if (found.epoch !== row?.epoch) found.supersede();
    }
    // One that began meanwhile is of the new epoch.
    if (this.#frozen.get(room) === freeze) await this.thaw(room);
  }

  reviewAccess(personId?: string): Promise<void> {
    return this.accessReview.review(personId);
  }

  // Keeping going

  #heartbeat(): void {
    for (const room of this.pool.rooms) room.heartbeat();
  }

  /** Answers what was counted since the start, and what is the case now. */
  stats(): LiveStats {
    const { rooms, connections } = this.pool;
    const { counters } = this.engine;
    return {
      ...counters,
      closed: { ...counters.closed },
      malformed: { ...counters.malformed },
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
    const connections = this.pool.connections.map(([, connection]) => connection);
    const gap = this.engine.limits.drain / Math.max(1, connections.length);
    const start = performance.now();
    for (const [at, connection] of connections.entries()) {
      const wait = start + at * gap - performance.now();
      if (wait > 1) await pause(wait);
      connection.close("restarting");
    }
    for (const timer of this.#timers) clearInterval(timer);
    this.#committer.stop();
    await this.pool.close();
    await this.#committer.settled();
  }

  /** Lets go of everything at once, storing nothing: what a killed process does. For tests. */
  abandon(): void {
    this.#committer.stop();
    for (const timer of this.#timers) clearInterval(timer);
    for (const [, connection] of this.pool.connections) connection.socket.terminate();
    for (const room of this.pool.rooms) this.pool.forget(room);
  }
}
