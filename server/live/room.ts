import type * as Y from "yjs";
import type { EditAnswer, EditAuthor, FrozenRoom } from "~/record/live/liveRooms.server";
import { answerAhead } from "./answerAhead";
import type { CloseReason } from "./codes";
import type { Committer } from "./committer";
import type { Compactor } from "./compactor";
import type { Connection, Hall } from "./connection";
import { RoomDocument } from "./document";
import { type Engine, stamp } from "./engine";
import type { HandIns } from "./handIns";
import { inspectUpdate } from "./inspection";
import { Intake, type TakingRoom, type Waiting } from "./intake";
import { Latecomers, type LateEdit } from "./latecomers";
import { Presence } from "./presence";
import { answerFrame, type ClientMessage, framedUpdate, questionFrame } from "./protocol";
import { RecordKeeper } from "./recordKeeper";
import { Rest, type Resting } from "./rest";
import { type EditOutcome, ServerEdits } from "./serverEdits";
import { Standing } from "./standing";
import { loadDocument } from "./store";
import type { VersionLabel } from "./version";
import { VersionKeeper } from "./versionKeeper";

/** What a room is given by those who keep it. */
export interface RoomContext {
  engine: Engine;
  committer: Committer;
  compactor: Compactor;
  handIns: HandIns;
  /** The last connection has left. */
  onEmpty(room: Room): void;
  /** The room cannot be loaded; its connections are closed. */
  onBroken(room: Room): void;
}

/** One document of one epoch and everybody in it. */
export class Room implements Hall, TakingRoom, Resting {
  readonly connections = new Set<Connection>();
  readonly presence: Presence;
  readonly keeper: RecordKeeper;
  /** Resolves once the document is in memory, rejects when it cannot be loaded. */
  readonly ready: Promise<void>;
  /** Use cases at work on the room; it is not unloaded meanwhile. */
  uses = 0;
  document: RoomDocument | null = null;
  readonly #intake: Intake;
  readonly #versions: VersionKeeper;
  readonly #rest = new Rest(this);
  /** Null as long as no use case has written in the record. */
  #serverEdits: ServerEdits | null = null;
  readonly #standing: Standing;
  #facts = 0;
  /** Null as long as nobody has come too late: of most rooms, in most of their time. */
  #latecomers: Latecomers | null = null;
  #compacting = false;
  #broken = false;
  #gone = false;

  constructor(
    readonly room: string,
    readonly epoch: number,
    readonly context: RoomContext,
  ) {
    const { engine } = context;
    this.#standing = new Standing(room, epoch);
    this.#intake = new Intake(engine, context.committer, this);
    this.#versions = new VersionKeeper(engine, this);
    this.presence = new Presence(engine, this.connections);
    this.keeper = new RecordKeeper(engine, this);
    this.ready = this.#load();
    this.ready.catch(() => undefined);
  }

  #openLatecomers(): Latecomers {
    const { engine, handIns } = this.context;
    const frozen = {
      room: this.room,
      epoch: this.epoch,
      verdict: () => this.#standing.verdict(),
      state: () => this.#settledState(),
      reason: () => (this.#standing.superseded ? "oldEpoch" : "frozen"),
      again: (connection: Connection, edit: LateEdit) => this.#takeAgain(connection, edit),
    } as const;
    this.#latecomers = new Latecomers(engine, frozen, handIns);
    return this.#latecomers;
  }

  #addLate(connection: Connection, edit: LateEdit): void {
    const latecomers = this.#latecomers ?? this.#openLatecomers();
    latecomers.add(connection, edit);
  }

  get frozen(): boolean {
    return this.#standing.frozen;
  }

  get waitingUpdates(): number {
    return this.#intake.waitingUpdates;
  }

  get resting(): boolean {
    return this.#gone || this.#broken || (this.document !== null && !this.#intake.committing);
  }

  /** True when nobody needs the room in memory. */
  get unused(): boolean {
    const busy = this.uses > 0 || this.waitingUpdates > 0 || this.#latecomers?.busy;
    return this.connections.size === 0 && !busy;
  }

  // Loading

  async #load(): Promise<void> {
    const { engine } = this.context;
    const start = performance.now();
    try {
      const stored = await loadDocument(this.room, this.epoch, (state) =>
        answerAhead(this.connections, state),
      );
      await this.#standing.read();
      this.document = new RoomDocument(stored, engine.limits);
      engine.counters.loads += 1;
      engine.counters.loadSeconds += (performance.now() - start) / 1000;
    } catch (error) {
      engine.counters.loadFailures += 1;
      engine.log.error({ err: error, room: this.room, epoch: this.epoch }, "live room could not be loaded");
      this.break();
      throw error;
    }
    this.#declare();
    this.rested();
    this.#intake.resume();
  }

  reload(): void {
    this.document?.destroy();
    this.document = null;
    this.#intake.forgetBatch();
    for (const connection of this.connections) {
      connection.hold();
      this.#whenAtRest(() => connection.release());
    }
    this.#load().catch(() => undefined);
  }

  break(): void {
    this.#broken = true;
    this.closeAll("overloaded");
    // It may be ahead of the disk, and somebody waits to look at it.
    this.document?.destroy();
    this.document = null;
    this.#intake.abandon();
    this.context.onBroken(this);
  }

  /** Calls `look` with the document as committed: at once, or when the commit under way is done. */
  atRest<T>(look: (document: RoomDocument | null) => T): Promise<T> {
    return this.#rest.at(() => look(this.document));
  }

  #whenAtRest(look: (document: RoomDocument | null) => void): void {
    this.atRest(look).catch((error: unknown) =>
      this.context.engine.log.error({ err: error, room: this.room }, "live room: work at rest failed"),
    );
  }

  rested(): void {
    this.#rest.reached();
  }

  /** Resolves when everything accepted so far is committed, or known not to be. */
  async flushed(): Promise<void> {
    await this.ready;
    while (this.waitingUpdates > 0) await this.#rest.round();
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
    if (this.#standing.superseded) this.#expectHandover(connection);
  }

  // A client of an old epoch is let in only to hand over what it wrote; see `Latecomers`.
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

  closeWriters(): void {
    for (const connection of [...this.connections])
      if (connection.right === "write") connection.close("notStored");
  }

  // Messages

  receive(connection: Connection, message: ClientMessage): void {
    switch (message.kind) {
      case "stateVector":
        if (message.stateVector.length > this.context.engine.limits.stateVectorBytes)
          connection.refuseMalformed("state vector");
        else this.#whenAtRest((document) => answer(connection, document, message.stateVector));
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

  // Right and state are read here, for each message: both may have changed since the last one.
  #receiveUpdate(connection: Connection, bytes: Uint8Array, step2: boolean): void {
    const { document } = this;
    if (!document) throw new Error("an update reached a room that is not loaded");
    if (step2) connection.told = true;
    if (connection.right !== "write") this.#receiveOfReader(connection, document, bytes, step2);
    else if (this.frozen) this.#receiveLate(connection, document, bytes, step2);
    // What the same connection wrote during a freeze that came to nothing goes first.
    else if (this.#latecomers?.has(connection)) this.#addLate(connection, { bytes, step2, cosmetic: false });
    else {
      const { personId, postId } = connection.person;
      const at = stamp(this.context.engine);
      const early = !connection.told;
      this.#intake.add({ connection, bytes, step2, early, author: { personId, postId }, at });
    }
  }

  #receiveOfReader(connection: Connection, document: RoomDocument, bytes: Uint8Array, step2: boolean): void {
    // All that a reader has to say is that it knows of deletions: never worth the time to read so much.
    const finding = this.#isLong(bytes) ? "new" : inspectUpdate(document.document, bytes).finding;
    if (finding === "invalid") connection.refuseMalformed("update");
    else if (finding === "known" || finding === "cosmetic") this.#handedOver(connection, step2);
    else connection.close("forbidden");
  }

  #receiveLate(connection: Connection, document: RoomDocument, bytes: Uint8Array, step2: boolean): void {
    const finding = this.#isLong(bytes) ? "new" : inspectUpdate(document.document, bytes).finding;
    if (finding === "invalid") connection.refuseMalformed("update");
    else if (finding === "known") this.#handedOver(connection, step2);
    else this.#addLate(connection, { bytes, step2, cosmetic: finding === "cosmetic" });
  }

  #isLong(bytes: Uint8Array): boolean {
    return bytes.length > this.context.engine.limits.handInBytes;
  }

  // A client of an old epoch has answered with nothing new: there is nothing for it here.
  #handedOver(connection: Connection, step2: boolean): void {
    if (this.#standing.superseded && step2 && !this.#latecomers?.has(connection))
      connection.close("oldEpoch");
  }

  again(item: Waiting): void {
    if (item.connection) this.#takeAgain(item.connection, item);
    else this.#whenAtRest((document) => item.settle?.(isIn(document, item.bytes) ? "stored" : "lost"));
  }

  #takeAgain(connection: Connection, { bytes, step2 }: Pick<LateEdit, "bytes" | "step2">): void {
    this.#whenAtRest((document) => {
      // In a room that is gone it stays with its writer, who was never told that it is stored.
      if (document) this.#receiveUpdate(connection, bytes, step2);
    });
  }

  // After a commit

  show(merged: Uint8Array): void {
    const frame = framedUpdate(merged);
    // The writers too: to them it is the word that their edit is stored.
    for (const connection of this.connections) if (connection.answered) connection.sendFramed(frame);
  }

  changed(document: RoomDocument): void {
    this.keeper.touch();
    const { limits } = this.context.engine;
    const busy = document.logCount >= limits.compactBusy && document.logBytes >= document.snapshotBytes / 2;
    if (busy) void this.compact();
    void this.#versions.keepWhenDue();
  }

  // What use cases ask for

  /** Applies an edit of the server; what `change` throws is thrown on. */
  edit(author: EditAuthor, change: (document: Y.Doc) => void): Promise<EditAnswer> {
    this.#serverEdits ??= new ServerEdits(this);
    return this.#serverEdits.make(author, change);
  }

  /** Puts an update of the server into the queue; resolves when it is known what became of it. */
  submit(bytes: Uint8Array, author: EditAuthor): Promise<EditOutcome> {
    if (this.#gone || this.#broken) return Promise.resolve("lost");
    const at = stamp(this.context.engine);
    return new Promise((settle) =>
      this.#intake.add({ connection: null, bytes, step2: false, early: false, author, at, settle }),
    );
  }

  /** The document as committed. */
  async snapshot(): Promise<FrozenRoom> {
    await this.ready;
    const committed = await this.committed();
    if (!committed) throw new Error(`${this.room} is gone`);
    return committed;
  }

  /** The document as committed, or null when the room cannot be loaded or is gone. */
  async committed(): Promise<FrozenRoom | null> {
    try {
      await this.ready;
    } catch {
      return null;
    }
    return this.atRest((document) =>
      document ? { epoch: this.epoch, sequence: document.sequence, state: document.whole() } : null,
    );
  }

  /** Stops writes at once, before anything is awaited. */
  freeze(): void {
    this.#standing.freeze();
    this.#declare();
  }

  /** The state in which the room was frozen. */
  async frozenState(): Promise<FrozenRoom> {
    await this.flushed();
    return this.snapshot();
  }

  /** Lets people write again, unless the database says that minutes were issued. */
  async thaw(): Promise<void> {
    await this.#standing.thaw();
    this.#declare();
  }

  /** The database has a newer epoch: this one is only good for handing over what was written late. */
  supersede(): void {
    this.#standing.supersede();
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
    this.document?.forgetWhole();
    if (this.connections.size > 0) this.#declare();
    for (const connection of [...this.connections]) connection.heartbeat();
  }

  /** Keeps the state as committed as a version; resolves to its id. */
  keepVersion(label: VersionLabel, personId: string | null): Promise<string> {
    return this.#versions.keep(label, personId);
  }

  async compact(): Promise<void> {
    const { document } = this;
    if (!document || this.#compacting) return;
    this.#compacting = true;
    const compacted = await this.context.compactor.run(this.room, this.epoch);
    this.#compacting = false;
    if (!compacted || this.document !== document) return;
    document.snapshotBytes = compacted.snapshotBytes;
    document.logCount -= compacted.logCount;
    document.logBytes -= compacted.logBytes;
  }

  // Leaving memory

  /** Brings everything to the disk that is only in memory. */
  async settle(): Promise<void> {
    await this.flushed();
    await this.#latecomers?.settle();
    await this.keeper.settle();
    if ((this.document?.logCount ?? 0) >= this.context.engine.limits.compactIdle) await this.compact();
  }

  destroy(): void {
    this.#gone = true;
    this.presence.destroy();
    this.document?.destroy();
    this.document = null;
    this.#intake.abandon();
  }
}

function isIn(document: RoomDocument | null, bytes: Uint8Array): boolean {
  return document !== null && inspectUpdate(document.document, bytes).finding === "known";
}

function answer(connection: Connection, document: RoomDocument | null, stateVector: Uint8Array): void {
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
