import type * as Y from "yjs";
import { type EditAuthor, type FrozenRoom, RoomFrozen } from "~/session/liveGateway.server";
import type { CloseReason } from "./codes";
import type { Committer, Committing } from "./committer";
import type { Compactor } from "./compactor";
import type { Connection, Hall } from "./connection";
import { type Applied, RoomDocument } from "./document";
import { type Engine, stamp } from "./engine";
import { inspectUpdate } from "./inspection";
import { Latecomers } from "./latecomers";
import { Presence } from "./presence";
import { answerFrame, type ClientMessage, framed, questionFrame, updateFrame } from "./protocol";
import { RecordKeeper } from "./recordKeeper";
import { newClient, serverEdit } from "./serverEdit";
import { findRoom, type LogBatch, type LogRow, loadDocument } from "./store";
import { storeVersion, type VersionLabel } from "./version";

/** What a room is given by those who keep it. */
export interface RoomContext {
  engine: Engine;
  committer: Committer;
  compactor: Compactor;
  /** The last connection has left. */
  onEmpty(room: Room): void;
  /** The room cannot be loaded; its connections are closed. */
  onBroken(room: Room): void;
}

/** What was to be written is not stored; it may be tried again. */
export class NotStored extends Error {}

interface Waiting {
  connection: Connection | null;
  bytes: Uint8Array;
  step2: boolean;
  author: EditAuthor;
  at: string;
  /** For an edit of the server: called with what became of it. */
  settle?: (outcome: "stored" | "conflict" | "lost") => void;
}

interface Batch {
  items: Waiting[];
  applied: Applied;
  rows: LogRow[];
}

/**
 * One document of one epoch and everybody in it. Between `take` and `committed` the document in memory
 * is ahead of the disk; nothing is read from it for anybody else during that time.
 */
export class Room implements Hall, Committing {
  readonly connections = new Set<Connection>();
  readonly presence: Presence;
  readonly keeper: RecordKeeper;
  readonly latecomers: Latecomers;
  /** Resolves once the document is in memory, rejects when it cannot be loaded. */
  readonly ready: Promise<void>;
  /** Use cases at work on the room; it is not unloaded meanwhile. */
  uses = 0;
  #document: RoomDocument | null = null;
  #queue: Waiting[] = [];
  #queueBytes = 0;
  /** So many updates are applied one by one, to find the one that cannot be. */
  #careful = 0;
  #batch: Batch | null = null;
  #rest: (() => void)[] = [];
  #rounds: (() => void)[] = [];
  #edits: Promise<unknown> = Promise.resolve();
  readonly #serverClient = newClient();
  #frozen = false;
  #frozenInStore = false;
  #superseded = false;
  #facts = 0;
  #versionAt: number;
  #compacting = false;
  #broken = false;
  #destroyed = false;

  constructor(
    readonly room: string,
    readonly epoch: number,
    readonly context: RoomContext,
  ) {
    const { engine } = context;
    this.#versionAt = engine.now().getTime();
    this.presence = new Presence(
      engine,
      () => this.connections,
      () => this.connections.size,
    );
    this.keeper = new RecordKeeper(engine, this);
    this.latecomers = new Latecomers(engine, {
      room,
      epoch,
      state: () => this.#settledState(),
      reason: () => (this.#superseded ? "oldEpoch" : "frozen"),
    });
    this.ready = this.#load();
    this.ready.catch(() => undefined);
  }

  get frozen(): boolean {
    return this.#frozen || this.#frozenInStore;
  }

  get waitingUpdates(): number {
    return this.#queue.length + (this.#batch?.items.length ?? 0);
  }

  /** True when nobody needs the room in memory. */
  get unused(): boolean {
    const busy = this.uses > 0 || this.waitingUpdates > 0 || this.latecomers.busy;
    return this.connections.size === 0 && !busy;
  }

  // Loading

  async #load(): Promise<void> {
    const { engine } = this.context;
    const start = performance.now();
    try {
      const stored = await loadDocument(this.room, this.epoch);
      const row = await findRoom(this.room);
      this.#superseded = row !== undefined && row.epoch !== this.epoch;
      this.#frozenInStore = this.#superseded || row?.state === "frozen";
      this.#document = new RoomDocument(stored, engine.limits);
      engine.counters.loads += 1;
      engine.counters.loadSeconds += (performance.now() - start) / 1000;
    } catch (error) {
      engine.counters.loadFailures += 1;
      engine.log.error({ err: error, room: this.room, epoch: this.epoch }, "live room could not be loaded");
      this.#break();
      throw error;
    }
    this.#declare();
    this.#runRest();
    if (this.#queue.length > 0) this.context.committer.schedule(this);
  }

  /** Throws the document in memory away and builds it again from what is stored. */
  #reload(): void {
    this.#document?.destroy();
    this.#document = null;
    this.#batch = null;
    for (const connection of this.connections) {
      connection.hold();
      this.#whenAtRest(() => connection.release());
    }
    this.#load().catch(() => undefined);
  }

  /** Calls `look` with the document as committed: at once, or when the commit under way is done. */
  atRest<T>(look: (document: RoomDocument | null) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const run = () => {
        try {
          resolve(look(this.#document));
        } catch (error) {
          reject(error);
        }
      };
      if (this.#destroyed || this.#broken || (this.#document && !this.#batch)) run();
      else this.#rest.push(run);
    });
  }

  #whenAtRest(look: (document: RoomDocument | null) => void): void {
    this.atRest(look).catch((error: unknown) =>
      this.context.engine.log.error({ err: error, room: this.room }, "live room: work at rest failed"),
    );
  }

  #runRest(): void {
    const rest = this.#rest;
    this.#rest = [];
    for (const run of rest) run();
    const rounds = this.#rounds;
    this.#rounds = [];
    for (const done of rounds) done();
  }

  /** Resolves when everything accepted so far is committed, or known not to be. */
  async flushed(): Promise<void> {
    await this.ready;
    while (this.waitingUpdates > 0) await new Promise<void>((done) => this.#rounds.push(done));
  }

  async #settledState(): Promise<Uint8Array> {
    await this.flushed();
    return (await this.snapshot()).state;
  }

  // Coming and going

  /** Lets an admitted connection in; it is released when the document is there. */
  enter(connection: Connection): void {
    this.connections.add(connection);
    this.#whenAtRest((document) => {
      if (!document || connection.closing) return;
      connection.send(questionFrame(document.stateVector()));
      this.presence.greet(connection);
      connection.release();
    });
    if (this.#superseded) this.#expectHandover(connection);
  }

  // A client of an old epoch is let in only to hand over what it wrote; see `#late`.
  #expectHandover(connection: Connection): void {
    const timer = setTimeout(() => connection.close("oldEpoch"), this.context.engine.limits.handover);
    connection.socket.once("close", () => clearTimeout(timer));
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return;
    this.presence.leave(connection);
    if (this.connections.size === 0) this.context.onEmpty(this);
  }

  closeAll(reason: CloseReason): void {
    for (const connection of [...this.connections]) connection.close(reason);
  }

  // Messages

  receive(connection: Connection, message: ClientMessage): void {
    switch (message.kind) {
      case "stateVector":
        this.#whenAtRest((document) => this.#answer(connection, document, message.stateVector));
        return;
      case "update":
        this.#receiveUpdate(connection, message.update, message.step2);
        return;
      case "presence":
        this.presence.receive(connection, message.entries);
        return;
      case "presenceQuery":
        this.presence.greet(connection);
    }
  }

  #answer(connection: Connection, document: RoomDocument | null, stateVector: Uint8Array): void {
    if (!document || connection.closing) return;
    let missing: Uint8Array;
    try {
      missing = document.missing(stateVector);
    } catch {
      connection.refuseMalformed("state vector");
      return;
    }
    connection.sendAnswer(answerFrame(missing));
  }

  // Right and state are read here, for each message: both may have changed since the last one.
  #receiveUpdate(connection: Connection, bytes: Uint8Array, step2: boolean): void {
    const document = this.#document;
    if (!document) throw new Error("an update reached a room that is not loaded");
    if (connection.right === "write" && !this.frozen) {
      const { personId, postId } = connection.person;
      const at = stamp(this.context.engine);
      this.#enqueue({ connection, bytes, step2, author: { personId, postId }, at });
      return;
    }
    const { finding } = inspectUpdate(document.document, bytes);
    const reader = connection.right !== "write";
    if (finding === "invalid") connection.refuseMalformed("update");
    else if (finding === "known" || (finding === "cosmetic" && reader)) this.#handedOver(connection, step2);
    else if (reader) connection.close("forbidden");
    else this.latecomers.add(connection, { bytes, cosmetic: finding === "cosmetic" });
  }

  // A client of an old epoch has answered with nothing new: there is nothing for it here.
  #handedOver(connection: Connection, step2: boolean): void {
    if (this.#superseded && step2 && !this.latecomers.has(connection)) connection.close("oldEpoch");
  }

  #enqueue(waiting: Waiting): void {
    this.#queueBytes += waiting.bytes.length;
    if (waiting.connection && this.#queueBytes > this.context.engine.limits.queueBytes) {
      this.#queueBytes -= waiting.bytes.length;
      waiting.connection.close("overloaded");
      return;
    }
    this.#queue.push(waiting);
    this.context.committer.schedule(this);
  }

  // Committing

  take(): LogBatch | null {
    const document = this.#document;
    if (!document || this.#batch || this.#queue.length === 0) return null;
    const items = this.#queue.splice(0, this.#careful > 0 ? 1 : this.#queue.length);
    this.#careful = Math.max(0, this.#careful - 1);
    for (const item of items) this.#queueBytes -= item.bytes.length;
    const applied = document.apply(items);
    if (applied.spoiled) {
      this.#startAgain(items, applied);
      return null;
    }
    if (this.#queue.length > 0) this.context.committer.schedule(this);
    this.#batch = { items, applied, rows: this.#rowsOf(items, applied, document.sequence) };
    if (this.#batch.rows.length > 0) return { room: this.room, epoch: this.epoch, rows: this.#batch.rows };
    this.committed();
    return null;
  }

  #rowsOf(items: Waiting[], applied: Applied, sequence: number): LogRow[] {
    const rows: LogRow[] = [];
    for (const [at, outcome] of applied.outcomes.entries()) {
      const item = items[at] as Waiting;
      const bytes = applied.stored[rows.length];
      if (outcome !== "new" || !bytes) continue;
      rows.push({ sequence: sequence + rows.length + 1, bytes, ...item.author, at: item.at });
    }
    return rows;
  }

  // The document is half changed: everything but the update to blame is tried again on a fresh one.
  #startAgain(items: Waiting[], applied: Applied): void {
    if (applied.spoiled === "last") {
      const [spoiler] = items.splice(applied.outcomes.length - 1, 1);
      spoiler?.connection?.refuseMalformed("update that cannot be applied");
      spoiler?.settle?.("lost");
    } else this.#careful = items.length;
    for (const item of items) this.#queueBytes += item.bytes.length;
    this.#queue = [...items, ...this.#queue];
    this.#reload();
  }

  committed(): void {
    const batch = this.#batch;
    const document = this.#document;
    if (!batch || !document) throw new Error("committed without a batch");
    this.#batch = null;
    document.sequence += batch.rows.length;
    document.logCount += batch.rows.length;
    for (const row of batch.rows) document.logBytes += row.bytes.length;
    if (batch.applied.merged) this.#broadcast(framed(updateFrame(batch.applied.merged)));
    for (const [at, item] of batch.items.entries()) this.#tell(item, batch.applied.outcomes[at]);
    this.#runRest();
    if (batch.rows.length > 0) this.#afterChange(document);
  }

  #broadcast(frame: Buffer): void {
    // The writers too: to them it is the word that their edit is stored.
    for (const connection of this.connections) {
      if (connection.answered) connection.sendFramed(frame);
    }
  }

  #tell(item: Waiting, outcome: Applied["outcomes"][number] | undefined): void {
    const { connection } = item;
    switch (outcome) {
      case "known":
        this.context.engine.counters.updatesKnown += 1;
        // It was stored before, perhaps without the writer hearing of it.
        connection?.send(updateFrame(item.bytes));
        break;
      case "gap":
        connection?.close("resync");
        break;
      case "full":
        connection?.close("documentFull");
        break;
      case "invalid":
        connection?.refuseMalformed("update");
        break;
    }
    item.settle?.(outcome === "new" ? "stored" : outcome === "full" ? "lost" : "conflict");
  }

  failed(why: "error" | "refused"): void {
    const items = this.#batch?.items ?? [];
    this.#batch = null;
    if (why === "refused") {
      // Frozen or amended behind our back: after loading, these are late edits.
      const late = [...items, ...this.#queue];
      this.#queue = [];
      this.#queueBytes = 0;
      this.#reload();
      for (const item of late) this.#whenAtRest(() => this.#again(item));
      return;
    }
    for (const connection of [...this.connections]) {
      if (connection.right === "write") connection.close("notStored");
    }
    for (const item of items) item.settle?.("lost");
    this.#abandonQueue();
    this.#reload();
  }

  broke(): void {
    for (const item of this.#batch?.items ?? []) item.settle?.("lost");
    this.#batch = null;
    this.#break();
  }

  #break(): void {
    this.#broken = true;
    this.closeAll("overloaded");
    this.#abandonQueue();
    this.context.onBroken(this);
  }

  #again(item: Waiting): void {
    if (item.connection) this.#receiveUpdate(item.connection, item.bytes, item.step2);
    else item.settle?.("lost");
  }

  #abandonQueue(): void {
    for (const item of this.#queue) item.settle?.("lost");
    this.#queue = [];
    this.#queueBytes = 0;
    this.#runRest();
  }

  #afterChange(document: RoomDocument): void {
    this.keeper.touch();
    const { limits, now } = this.context.engine;
    const busy = document.logCount >= limits.compactBusy && document.logBytes >= document.snapshotBytes / 2;
    if (busy) void this.compact();
    if (now().getTime() - this.#versionAt >= limits.version) void this.#keepAutomaticVersion();
  }

  // What use cases ask for

  /** Applies an edit of the server. Throws RoomFrozen or NotStored. */
  edit(author: EditAuthor, change: (document: Y.Doc) => void): Promise<void> {
    // One at a time: each is made on top of the one before, under the same Yjs client.
    const turn = this.#edits.then(() => this.#editOnce(author, change));
    this.#edits = turn.catch(() => undefined);
    return turn;
  }

  async #editOnce(author: EditAuthor, change: (document: Y.Doc) => void): Promise<void> {
    await this.ready;
    for (let attempt = 0; attempt < 3; attempt++) {
      if (this.frozen) throw new RoomFrozen(this.room);
      const { state } = await this.snapshot();
      const bytes = serverEdit(state, this.#serverClient, change);
      if (!bytes) return;
      if (this.frozen) throw new RoomFrozen(this.room);
      const at = stamp(this.context.engine);
      const outcome = await new Promise<"stored" | "conflict" | "lost">((settle) =>
        this.#enqueue({ connection: null, bytes, step2: false, author, at, settle }),
      );
      if (outcome === "stored") return;
      // A conflict: somebody wrote under the server's client id just before. Now that is known.
      if (outcome === "lost") break;
    }
    throw new NotStored(this.room);
  }

  /** The document as committed. */
  async snapshot(): Promise<{ epoch: number; sequence: number; state: Uint8Array }> {
    await this.ready;
    return this.atRest((document) => {
      if (!document) throw new NotStored(this.room);
      return { epoch: this.epoch, sequence: document.sequence, state: document.whole() };
    });
  }

  /** Stops writes at once, before anything is awaited. */
  freeze(): void {
    this.#frozen = true;
    this.#declare();
  }

  /** The state in which the room was frozen. */
  async frozenState(): Promise<FrozenRoom> {
    await this.flushed();
    return this.snapshot();
  }

  /** Lets people write again, unless the database says that minutes were issued. */
  async thaw(): Promise<void> {
    const row = await findRoom(this.room);
    this.#frozenInStore = row?.state === "frozen" || (row !== undefined && row.epoch !== this.epoch);
    this.#frozen = false;
    this.#declare();
  }

  /** The database has a newer epoch: this one is only good for handing over what was written late. */
  supersede(): void {
    this.#superseded = true;
    this.#frozenInStore = true;
    this.closeAll("oldEpoch");
  }

  /** Tells every page that facts kept in the database have changed and are worth fetching again. */
  announce(): void {
    this.#facts += 1;
    this.#declare();
  }

  #declare(): void {
    const state = this.frozen ? "frozen" : "open";
    this.presence.declare({ state, epoch: this.epoch, facts: this.#facts });
  }

  heartbeat(): void {
    this.#document?.forgetWhole();
    if (this.connections.size > 0) this.#declare();
    for (const connection of [...this.connections]) connection.heartbeat();
  }

  /** Keeps the state as committed as a version. */
  async keepVersion(label: VersionLabel, personId: string | null): Promise<string> {
    await this.flushed();
    const { engine } = this.context;
    const { epoch, sequence, state } = await this.snapshot();
    this.#versionAt = engine.now().getTime();
    const id = await storeVersion({
      room: this.room,
      epoch,
      sequence,
      label,
      state,
      personId,
      at: stamp(engine),
    });
    engine.counters.versions += 1;
    return id;
  }

  async #keepAutomaticVersion(): Promise<void> {
    this.#versionAt = this.context.engine.now().getTime();
    try {
      await this.keepVersion("automatic", null);
    } catch (error) {
      this.context.engine.log.error({ err: error, room: this.room }, "live version not stored");
    }
  }

  async compact(): Promise<void> {
    const document = this.#document;
    if (!document || this.#compacting) return;
    this.#compacting = true;
    const compacted = await this.context.compactor.run(this.room, this.epoch);
    this.#compacting = false;
    if (!compacted || this.#document !== document) return;
    document.snapshotBytes = compacted.snapshotBytes;
    document.logCount -= compacted.logCount;
    document.logBytes -= compacted.logBytes;
  }

  // Leaving memory

  /** Brings everything to the disk that is only in memory. */
  async settle(): Promise<void> {
    await this.flushed();
    await this.latecomers.settle();
    await this.keeper.settle();
    if ((this.#document?.logCount ?? 0) >= this.context.engine.limits.compactIdle) await this.compact();
  }

  destroy(): void {
    this.#destroyed = true;
    this.presence.destroy();
    this.#document?.destroy();
    this.#document = null;
    this.#runRest();
  }
}
