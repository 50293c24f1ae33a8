import type { RecordPart } from "~/record/document/parts";
import type { Connection } from "../connection/connection";
import type { Presence } from "../connection/presence";
import { answerFrame, type ClientMessage } from "../connection/protocol";
import type { RoomDocument } from "../document/document";
import { inspectUpdate } from "../document/inspection";
import { type Engine, stamp } from "../engine";
import type { CommittedDocument } from "./committedDocument";
import type { QueuedEdit } from "./editQueue";
import type { HandInQuota } from "./handInQuota";
import { type LateEdit, LateEditCollector } from "./lateEditCollector";
import type { PartRights } from "./partRights";
import type { RoomState } from "./roomState";

/** The room that the messages are for. */
export interface MessagedRoom {
  readonly room: string;
  readonly epoch: number;
  /** Null while it is not loaded. */
  readonly document: RoomDocument | null;
  readonly state: RoomState;
  readonly partRights: PartRights;
  readonly presence: Presence;
  readonly committed: CommittedDocument;
  /** Takes an edit on its way into the document. */
  enqueue(edit: QueuedEdit): void;
}

/** Decides what becomes of each message of a client, by its right and by the state of the room. */
export class MessageHandler {
  /** Null as long as nobody has come too late: of most rooms, in most of their time. */
  #lateEdits: LateEditCollector | null = null;

  constructor(
    readonly engine: Engine,
    readonly messaged: MessagedRoom,
    readonly quota: HandInQuota,
  ) {}

  /** True while late edits are on their way to being stored. */
  get isBusy(): boolean {
    return this.#lateEdits?.busy ?? false;
  }

  /** Stores the late edits at hand. */
  async settle(): Promise<void> {
    await this.#lateEdits?.settle();
  }

  receive(connection: Connection, message: ClientMessage): void {
    switch (message.kind) {
      case "stateVector":
        this.#answer(connection, message.stateVector);
        return;
      case "update":
        this.#receiveUpdate(connection, message.update, message.step2);
        return;
      case "presence":
        this.#receivePresence(connection, message.entries);
        return;
      case "presenceQuery":
        this.messaged.presence.greet(connection);
    }
  }

  /** Judges an edit once more that the database refused, when the document is loaded again. */
  requeue(edit: QueuedEdit): void {
    if (edit.connection) this.#receiveAgain(edit.connection, edit);
    else
      this.messaged.committed.onceCommitted((document) =>
        edit.settle?.(isIn(document, edit.bytes) ? "stored" : "lost"),
      );
  }

  #answer(connection: Connection, stateVector: Uint8Array): void {
    if (stateVector.length > this.engine.limits.stateVectorBytes)
      connection.refuseMalformed("longStateVector");
    else this.messaged.committed.onceCommitted((document) => answer(connection, document, stateVector));
  }

  #receivePresence(connection: Connection, entries: Uint8Array): void {
    const fault = this.messaged.presence.receive(connection, entries);
    if (fault) connection.refuseMalformed(fault);
  }

  // Right and state are read here, for each message: both may have changed since the last one.
  #receiveUpdate(connection: Connection, bytes: Uint8Array, step2: boolean): void {
    const { document, state } = this.messaged;
    if (!document) throw new Error("an update reached a room that is not loaded");
    if (step2) connection.hasAnswered = true;
    if (connection.right !== "write") this.#receiveOfReader(connection, document, bytes, step2);
    else if (state.frozen) this.#receiveLate(connection, document, bytes, step2);
    // What the same connection wrote during a freeze that came to nothing goes first.
    else if (this.#lateEdits?.has(connection)) this.#collect(connection, { bytes, step2, cosmetic: false });
    else this.#enqueue(connection, bytes, step2);
  }

  #enqueue(connection: Connection, bytes: Uint8Array, step2: boolean): void {
    const { personId, postId } = connection.person;
    const early = !connection.hasAnswered;
    const at = stamp(this.engine);
    const author = { personId, postId };
    // Asked when it is applied: an edit before it in the same batch may matter, and rights may have changed.
    const mayWrite = (part: RecordPart) => this.messaged.partRights.mayWrite(connection, part);
    this.messaged.enqueue({ connection, bytes, step2, early, author, at, mayWrite });
  }

  #receiveOfReader(connection: Connection, document: RoomDocument, bytes: Uint8Array, step2: boolean): void {
    // All that a reader has to say is that it knows of deletions: never worth the time to read so much.
    const finding = this.#isLong(bytes) ? "new" : inspectUpdate(document.document, bytes).finding;
    if (finding === "invalid") connection.refuseMalformed("foreignUpdate");
    else if (finding === "known" || finding === "cosmetic") this.#handedOver(connection, step2);
    else connection.close("forbidden");
  }

  #receiveLate(connection: Connection, document: RoomDocument, bytes: Uint8Array, step2: boolean): void {
    const finding = this.#isLong(bytes) ? "new" : inspectUpdate(document.document, bytes).finding;
    if (finding === "invalid") connection.refuseMalformed("foreignUpdate");
    else if (finding === "known") this.#handedOver(connection, step2);
    else this.#collect(connection, { bytes, step2, cosmetic: finding === "cosmetic" });
  }

  #isLong(bytes: Uint8Array): boolean {
    return bytes.length > this.engine.limits.handInBytes;
  }

  // A client of an old epoch has answered with nothing new: there is nothing for it here.
  #handedOver(connection: Connection, step2: boolean): void {
    if (this.messaged.state.superseded && step2 && !this.#lateEdits?.has(connection))
      connection.close("oldEpoch");
  }

  #receiveAgain(connection: Connection, { bytes, step2 }: Pick<LateEdit, "bytes" | "step2">): void {
    this.messaged.committed.onceCommitted((document) => {
      // In a room that is gone it stays with its writer, who was never told that it is stored.
      if (document) this.#receiveUpdate(connection, bytes, step2);
    });
  }

  #collect(connection: Connection, edit: LateEdit): void {
    this.#lateEdits ??= this.#newCollector();
    this.#lateEdits.add(connection, edit);
  }

  #newCollector(): LateEditCollector {
    const { room, epoch, state } = this.messaged;
    const frozen = {
      room,
      epoch,
      freezeOutcome: () => state.freezeOutcome(),
      state: async () => (await this.messaged.committed.settled()).state,
      reason: () => (state.superseded ? "oldEpoch" : "frozen"),
      accept: (connection: Connection, edit: LateEdit) => this.#receiveAgain(connection, edit),
    } as const;
    return new LateEditCollector(this.engine, frozen, this.quota);
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
    connection.refuseMalformed("unreadableStateVector");
    return;
  }
  connection.sendAnswer(answerFrame(missing));
}
