import type * as Y from "yjs";
import type { EditAnswer, EditAuthor, FrozenRoom } from "~/record/live/liveRooms.server";
import { Audience } from "../connection/audience";
import type { Connection, ConnectionOwner } from "../connection/connection";
import { answerEarly } from "../connection/earlyAnswer";
import type { Presence } from "../connection/presence";
import { type ClientMessage, questionFrame } from "../connection/protocol";
import { CanonicalRecordWriter } from "../document/canonicalRecordWriter";
import { RoomDocument } from "../document/document";
import { type Engine, stamp } from "../engine";
import type { Committer } from "../store/committer";
import type { Compactor } from "../store/compactor";
import { loadDocument } from "../store/store";
import type { VersionLabel } from "../store/version";
import { VersionKeeper } from "../store/versionKeeper";
import { CommitBarrier, type CommitState } from "./commitBarrier";
import { EditQueue, type QueuedEdit, type QueuedRoom } from "./editQueue";
import type { HandInQuota } from "./handInQuota";
import { type MessagedRoom, MessageHandler } from "./messageHandler";
import { RoomState } from "./roomState";
import { type EditOutcome, ServerEdits } from "./serverEdits";

/** What a room is given by those who keep it. */
export interface RoomContext {
  engine: Engine;
  committer: Committer;
  compactor: Compactor;
  handInQuota: HandInQuota;
  /** The last connection has left. */
  onEmpty(room: Room): void;
  /** The room cannot be loaded; its connections are closed. */
  onBroken(room: Room): void;
}

/** One document of one epoch and everybody in it. */
export class Room implements ConnectionOwner, MessagedRoom, QueuedRoom, CommitState {
  readonly state: RoomState;
  readonly audience: Audience;
  readonly recordWriter: CanonicalRecordWriter;
  /** Resolves once the document is in memory, rejects when it cannot be loaded. */
  readonly ready: Promise<void>;
  /** Use cases at work on the room; it is not unloaded meanwhile. */
  uses = 0;
  document: RoomDocument | null = null;
  readonly #messages: MessageHandler;
  readonly #edits: EditQueue;
  readonly #versions: VersionKeeper;
  readonly #barrier = new CommitBarrier(this);
  /** Null as long as no use case has written in the record. */
  #serverEdits: ServerEdits | null = null;
  #facts = 0;
  #compacting = false;
  #broken = false;
  #gone = false;

  constructor(
    readonly room: string,
    readonly epoch: number,
    readonly context: RoomContext,
  ) {
    const { engine, committer, handInQuota } = context;
    this.state = new RoomState(room, epoch);
    this.audience = new Audience(engine);
    this.recordWriter = new CanonicalRecordWriter(engine, this);
    this.#messages = new MessageHandler(engine, this, handInQuota);
    this.#edits = new EditQueue(engine, committer, this);
    this.#versions = new VersionKeeper(engine, this);
    this.ready = this.#load();
    this.ready.catch(() => undefined);
  }

  get connections(): ReadonlySet<Connection> {
    return this.audience.connections;
  }

  get presence(): Presence {
    return this.audience.presence;
  }

  get frozen(): boolean {
    return this.state.frozen;
  }

  get waitingUpdates(): number {
    return this.#edits.waitingUpdates;
  }

  get isCommitted(): boolean {
    return this.#gone || this.#broken || (this.document !== null && !this.#edits.committing);
  }

  /** True when nobody needs the room in memory. */
  get unused(): boolean {
    const busy = this.uses > 0 || this.waitingUpdates > 0 || this.#messages.isBusy;
    return this.audience.isEmpty && !busy;
  }

  // Loading

  async #load(): Promise<void> {
    const { engine } = this.context;
    const start = performance.now();
    try {
      const stored = await loadDocument(this.room, this.epoch, (state) =>
        answerEarly(this.connections, state),
      );
      await this.state.load();
      this.document = new RoomDocument(stored, engine.limits);
      engine.counters.loads += 1;
      engine.counters.loadSeconds += (performance.now() - start) / 1000;
    } catch (error) {
      engine.counters.loadFailures += 1;
      engine.log.error({ err: error, room: this.room, epoch: this.epoch }, "live room could not be loaded");
      this.giveUp();
      throw error;
    }
    this.#declare();
    this.onCommitted();
    this.#edits.resume();
  }

  reload(): void {
    this.#dropDocument();
    this.#edits.forgetBatch();
    for (const connection of this.connections) {
      connection.hold();
      this.onceCommitted(() => connection.release());
    }
    this.#load().catch(() => undefined);
  }

  giveUp(): void {
    this.#broken = true;
    this.audience.closeAll("overloaded");
    // It may be ahead of the disk, and somebody waits to look at it.
    this.#dropDocument();
    this.#edits.abandon();
    this.context.onBroken(this);
  }

  #dropDocument(): void {
    this.document?.destroy();
    this.document = null;
  }

  // Waiting for the disk

  /** Calls `look` with the document as committed: at once, or when the commit under way is done. */
  whenCommitted<T>(look: (document: RoomDocument | null) => T): Promise<T> {
    return this.#barrier.whenCommitted(() => look(this.document));
  }

  onceCommitted(look: (document: RoomDocument | null) => void): void {
    this.whenCommitted(look).catch((error: unknown) =>
      this.context.engine.log.error({ err: error, room: this.room }, "live room: work after a commit failed"),
    );
  }

  onCommitted(): void {
    this.#barrier.open();
  }

  /** Resolves when everything accepted so far is committed, or known not to be. */
  async flushed(): Promise<void> {
    await this.ready;
    while (this.waitingUpdates > 0) await this.#barrier.nextCommit();
  }

  async settledState(): Promise<Uint8Array> {
    return (await this.frozenState()).state;
  }

  // Coming and going

  /** Lets an admitted connection in; it is released when the document is there. */
  enter(connection: Connection): void {
    this.audience.add(connection);
    this.onceCommitted((document) => {
      if (!document || connection.closing) return;
      connection.send(questionFrame(document.stateVector()));
      this.presence.greet(connection);
      connection.release();
    });
    if (this.state.superseded) this.#expectHandover(connection);
  }

  // A client of an old epoch is let in only to hand over what it wrote; see `LateEditCollector`.
  #expectHandover(connection: Connection): void {
    const timer = setTimeout(() => connection.close("oldEpoch"), this.context.engine.limits.handover);
    connection.socket.once("close", () => clearTimeout(timer));
  }

  leave(connection: Connection): void {
    if (this.audience.remove(connection) && this.audience.isEmpty) this.context.onEmpty(this);
  }

  // Edits

  receive(connection: Connection, message: ClientMessage): void {
    this.#messages.receive(connection, message);
  }

  enqueue(edit: QueuedEdit): void {
    this.#edits.add(edit);
  }

  requeue(edit: QueuedEdit): void {
    this.#messages.requeue(edit);
  }

  broadcast(update: Uint8Array): void {
    this.audience.broadcast(update);
  }

  closeWriters(): void {
    this.audience.closeWriters();
  }

  onStored(document: RoomDocument): void {
    this.recordWriter.touch();
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
      this.enqueue({ connection: null, bytes, step2: false, early: false, author, at, settle }),
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
    return this.whenCommitted((document) =>
      document ? { epoch: this.epoch, sequence: document.sequence, state: document.whole() } : null,
    );
  }

  /** Stops writes at once, before anything is awaited. */
  freeze(): void {
    this.state.freeze();
    this.#declare();
  }

  /** Resolves to the document once everything accepted so far is committed: the state in which it was frozen. */
  async frozenState(): Promise<FrozenRoom> {
    await this.flushed();
    return this.snapshot();
  }

  /** Lets people write again, unless the database says that minutes were issued. */
  async thaw(): Promise<void> {
    await this.state.thaw();
    this.#declare();
  }

  /** Leaves the record to a newer epoch: this one is only good for handing over what was written late. */
  supersede(): void {
    this.state.supersede();
    this.audience.closeAll("oldEpoch");
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

  /** Shows that the server is there, and asks every connection the same. */
  heartbeat(): void {
    this.document?.forgetWhole();
    if (!this.audience.isEmpty) this.#declare();
    this.audience.heartbeat();
  }

  /** Keeps the state as committed as a version; resolves to its id. */
  keepVersion(label: VersionLabel, personId: string | null): Promise<string> {
    return this.#versions.keep(label, personId);
  }

  /** Replaces the room's log by a snapshot; does nothing while that is under way. */
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
    await this.#messages.settle();
    await this.recordWriter.settle();
    if ((this.document?.logCount ?? 0) >= this.context.engine.limits.compactIdle) await this.compact();
  }

  /** Lets go of everything in memory. */
  destroy(): void {
    this.#gone = true;
    this.audience.destroy();
    this.#dropDocument();
    this.#edits.abandon();
  }
}
