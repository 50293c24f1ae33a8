import type * as Y from "yjs";
import type { EditAnswer, EditAuthor, MayWrite } from "~/record/live/liveRooms.server";
import type { Admission } from "../admission";
import { Audience } from "../connection/audience";
import type { Connection, ConnectionOwner } from "../connection/connection";
import type { Presence } from "../connection/presence";
import { type ClientMessage, questionFrame } from "../connection/protocol";
import { CanonicalRecordWriter } from "../document/canonicalRecordWriter";
import type { RoomDocument } from "../document/document";
import type { Engine } from "../engine";
import type { Committer } from "../store/committer";
import type { Compactor } from "../store/compactor";
import type { VersionLabel } from "../store/version";
import { VersionKeeper } from "../store/versionKeeper";
import { CommittedDocument, type CommittedRoom } from "./committedDocument";
import { EditQueue, type QueuedEdit, type QueuedRoom } from "./editQueue";
import type { HandInQuota } from "./handInQuota";
import { LoadedDocument, type LoadingRoom } from "./loadedDocument";
import { LogCompaction } from "./logCompaction";
import { type MessagedRoom, MessageHandler } from "./messageHandler";
import { PartRights } from "./partRights";
import { RoomNotice } from "./roomNotice";
import { RoomState } from "./roomState";
import { ServerEdits, type WrittenRoom } from "./serverEdits";

/** What a room is given by those who keep it. */
export interface RoomContext {
  engine: Engine;
  admission: Pick<Admission, "partRule">;
  committer: Committer;
  compactor: Compactor;
  handInQuota: HandInQuota;
  /** The last connection has left. */
  onEmpty(room: Room): void;
  /** The room cannot be loaded; its connections are closed. */
  onBroken(room: Room): void;
}

/** One document of one epoch and everybody in it: what each of its parts does reaches the others through it. */
export class Room
  implements ConnectionOwner, LoadingRoom, CommittedRoom, MessagedRoom, QueuedRoom, WrittenRoom
{
  readonly state: RoomState;
  readonly partRights: PartRights;
  readonly audience: Audience;
  readonly notice: RoomNotice;
  /** The document for whoever may only see it as it is on the disk. */
  readonly committed: CommittedDocument;
  readonly recordWriter: CanonicalRecordWriter;
  /** Use cases at work on the room; it is not unloaded meanwhile. */
  uses = 0;
  readonly #messages: MessageHandler;
  readonly #edits: EditQueue;
  readonly #versions: VersionKeeper;
  readonly #log: LogCompaction;
  readonly #loaded: LoadedDocument;
  /** Null as long as no use case has written in the record. */
  #serverEdits: ServerEdits | null = null;
  #broken = false;
  #gone = false;

  constructor(
    readonly room: string,
    readonly epoch: number,
    readonly context: RoomContext,
  ) {
    const { engine, admission, committer, compactor, handInQuota } = context;
    this.state = new RoomState(room, epoch);
    this.partRights = new PartRights(room, epoch, admission);
    this.audience = new Audience(engine);
    this.notice = new RoomNotice(this.presence, this.state);
    this.committed = new CommittedDocument(engine, this);
    this.recordWriter = new CanonicalRecordWriter(engine, this.committed);
    this.#messages = new MessageHandler(engine, this, handInQuota);
    this.#edits = new EditQueue(engine, committer, this);
    this.#versions = new VersionKeeper(engine, this.committed);
    this.#log = new LogCompaction(engine, compactor, this);
    this.#loaded = new LoadedDocument(engine, this);
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

  get ready(): Promise<void> {
    return this.#loaded.ready;
  }

  get document(): RoomDocument | null {
    return this.#loaded.current;
  }

  get waitingUpdates(): number {
    return this.#edits.waitingUpdates;
  }

  get isCommitted(): boolean {
    return this.isClosed || (this.document !== null && !this.#edits.committing);
  }

  get isClosed(): boolean {
    return this.#gone || this.#broken;
  }

  /** True when nobody needs the room in memory. */
  get unused(): boolean {
    const busy = this.uses > 0 || this.waitingUpdates > 0 || this.#messages.isBusy;
    return this.audience.isEmpty && !busy;
  }

  // Loading

  onLoaded(): void {
    this.notice.declare();
    this.onCommitted();
    this.#edits.resume();
  }

  reload(): void {
    this.#loaded.drop();
    this.#edits.forgetBatch();
    for (const connection of this.connections) {
      connection.hold();
      this.committed.onceCommitted(() => connection.release());
    }
    this.#loaded.reload();
  }

  giveUp(): void {
    this.#broken = true;
    this.audience.closeAll("overloaded");
    // It may be ahead of the disk, and somebody waits to look at it.
    this.#loaded.drop();
    this.#edits.abandon();
    this.context.onBroken(this);
  }

  // Coming and going

  /** Lets an admitted connection in; it is released when the document is there. */
  enter(connection: Connection): void {
    this.audience.add(connection);
    this.committed.onceCommitted((document) => {
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

  /** Shows that the server is there, and asks every connection the same. */
  heartbeat(): void {
    this.document?.forgetWhole();
    if (!this.audience.isEmpty) this.notice.declare();
    this.audience.heartbeat();
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

  onCommitted(): void {
    this.committed.open();
  }

  onStored(document: RoomDocument): void {
    this.recordWriter.touch();
    this.#log.whenBusy(document);
    void this.#versions.keepWhenDue();
  }

  // What use cases ask for

  /** Applies an edit of the server; what `change` throws is thrown on. */
  edit(author: EditAuthor, change: (document: Y.Doc) => void, mayWrite?: MayWrite): Promise<EditAnswer> {
    this.#serverEdits ??= new ServerEdits(this.context.engine, this);
    return this.#serverEdits.make(author, change, mayWrite);
  }

  /** Stops writes at once, before anything is awaited. */
  freeze(): void {
    this.state.freeze();
    this.notice.declare();
  }

  /** Lets people write again, unless the database says that minutes were issued. */
  async thaw(): Promise<void> {
    await this.state.thaw();
    this.notice.declare();
  }

  /** Leaves the record to a newer epoch: this one is only good for handing over what was written late. */
  supersede(): void {
    this.state.supersede();
    this.audience.closeAll("oldEpoch");
  }

  /** Keeps the state as committed as a version; resolves to its id. */
  keepVersion(label: VersionLabel, personId: string | null): Promise<string> {
    return this.#versions.keep(label, personId);
  }

  // Leaving memory

  /** Brings everything to the disk that is only in memory. */
  async settle(): Promise<void> {
    await this.committed.flushed();
    await this.#messages.settle();
    await this.recordWriter.settle();
    await this.#log.whenIdle();
  }

  /** Lets go of everything in memory. */
  destroy(): void {
    this.#gone = true;
    this.audience.destroy();
    this.#loaded.drop();
    this.#edits.abandon();
  }
}
