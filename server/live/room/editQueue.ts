import { stepsWritten } from "~/ledger/outboxWorker.server";
import { overwritten } from "~/meeting/overwritten/overwritten";
import type { EditAuthor, MayWrite } from "~/record/live/liveRooms.server";
import type { KeptWords, LiveBatch, LiveRow, LiveStep } from "~db/liveStore";
import type { Connection } from "../connection/connection";
import { updateFrame } from "../connection/protocol";
import type { Applied, Outcome, RoomDocument } from "../document/document";
import { type Engine, stamp } from "../engine";
import type { CommitSource, Committer, Failure } from "../store/committer";
import { keptWords } from "./keptWords";

/**
 * What became of an edit of the server. A conflict: somebody wrote under its client id just before. `inDoubt`:
 * in the database, perhaps not on the disk. `refused`: it changes a part that it may not.
 */
export type EditOutcome = "stored" | "conflict" | "lost" | "inDoubt" | "refused";

/** An edit on its way into the document. */
export interface QueuedEdit {
  /** Null for an edit of the server. */
  connection: Connection | null;
  bytes: Uint8Array;
  step2: boolean;
  /** It came before the client's answer to what the server lacks, which will hold it once more. */
  early: boolean;
  author: EditAuthor;
  at: string;
  /** Which parts of the record it may change; all of them unless told. */
  mayWrite?: MayWrite;
  /** For an edit of the server: called with what became of it. */
  settle?: (outcome: EditOutcome) => void;
}

interface Batch {
  items: QueuedEdit[];
  applied: Applied;
  rows: LiveRow[];
  kept: KeptWords[];
}

/** The room whose edits are queued. */
export interface QueuedRoom {
  readonly room: string;
  readonly epoch: number;
  /** Null while it is not loaded. */
  readonly document: RoomDocument | null;
  /** Shows everybody what is committed. */
  broadcast(update: Uint8Array): void;
  /** Called when the document in memory is as committed again. */
  onCommitted(): void;
  /** Called when rows were added to the log. */
  onStored(document: RoomDocument): void;
  /** Builds the document again from what is stored: the one in memory is not to be trusted. */
  reload(): void;
  /** Judges an edit once more that the database refused, after loading. */
  requeue(edit: QueuedEdit): void;
  /** Sends whoever may write away, to come back: nothing can be stored. */
  closeWriters(): void;
  /** Leaves the room: its connections are closed. */
  giveUp(): void;
}

/**
 * Leads edits into one room's document: a queue, and one batch at a time that is applied in memory,
 * committed, and only then shown. Between `take` and `committed` the document is ahead of the disk.
 */
export class EditQueue implements CommitSource {
  #queue: QueuedEdit[] = [];
  #queueBytes = 0;
  /** So many updates are applied one by one, to find the one that cannot be. */
  #oneByOne = 0;
  #batch: Batch | null = null;

  constructor(
    readonly engine: Engine,
    readonly committer: Committer,
    readonly queued: QueuedRoom,
  ) {}

  /** True while a batch is being committed. */
  get committing(): boolean {
    return this.#batch !== null;
  }

  get waitingUpdates(): number {
    return this.#queue.length + (this.#batch?.items.length ?? 0);
  }

  /** Takes an edit into the queue; a connection that fills it is sent away, to come back. */
  add(edit: QueuedEdit): void {
    this.#queueBytes += edit.bytes.length;
    if (edit.connection && this.#queueBytes > this.engine.limits.queueBytes) {
      this.#queueBytes -= edit.bytes.length;
      edit.connection.close("overloaded");
      return;
    }
    this.#queue.push(edit);
    this.committer.schedule(this);
  }

  /** Goes on with what has come in while the document was loaded. */
  resume(): void {
    if (this.#queue.length > 0) this.committer.schedule(this);
  }

  take(): LiveBatch | null {
    const { document, room, epoch } = this.queued;
    if (!document || this.#batch || this.#queue.length === 0) return null;
    const items = this.#queue.splice(0, this.#oneByOne > 0 ? 1 : this.#queue.length);
    this.#oneByOne = Math.max(0, this.#oneByOne - 1);
    for (const item of items) this.#queueBytes -= item.bytes.length;
    const applied = document.apply(items);
    if (applied.spoiled) {
      this.#startAgain(items, applied);
      return null;
    }
    this.resume();
    const rows = rowsOf(items, applied, document.sequence);
    const kept = keptWords(items, applied);
    this.#batch = { items, applied, rows, kept };
    if (kept.length > 0) return { room, epoch, rows, kept, step: this.#telling() };
    if (rows.length > 0) return { room, epoch, rows };
    this.committed();
    return null;
  }

  #telling(): LiveStep {
    const { room, epoch } = this.queued;
    const payload = { room, epoch };
    const subject = overwritten.subject(payload);
    return {
      kind: overwritten.kind,
      subject,
      payload: JSON.stringify(payload),
      createdAt: stamp(this.engine),
    };
  }

  // The document is half changed: everything but the update to blame is tried again on a fresh one.
  #startAgain(items: QueuedEdit[], applied: Applied): void {
    if (applied.spoiled === "last") {
      const [spoiler] = items.splice(applied.outcomes.length - 1, 1);
      spoiler?.connection?.refuseMalformed("inapplicableUpdate");
      spoiler?.settle?.("lost");
    } else this.#oneByOne = items.length;
    for (const item of items) this.#queueBytes += item.bytes.length;
    this.#queue = [...items, ...this.#queue];
    this.queued.reload();
  }

  committed(): void {
    const { document } = this.queued;
    const batch = this.#batch;
    if (!batch || !document) throw new Error("committed without a batch");
    this.#batch = null;
    document.sequence += batch.rows.length;
    document.logCount += batch.rows.length;
    for (const row of batch.rows) document.logBytes += row.bytes.length;
    if (batch.applied.merged) this.queued.broadcast(batch.applied.merged);
    for (const [at, item] of batch.items.entries()) this.#tell(item, batch.applied.outcomes[at]);
    this.queued.onCommitted();
    if (batch.rows.length > 0) this.queued.onStored(document);
    if (batch.kept.length > 0) this.#tellKept();
  }

  // The step is in the outbox already; this only makes it come at once.
  #tellKept(): void {
    const { kind, subject } = this.#telling();
    stepsWritten([{ sequence: 0, kind, subject, waited: false }]).catch((error: unknown) =>
      this.engine.log.error({ err: error }, "the outbox could not be told of overwritten words"),
    );
  }

  #tell(item: QueuedEdit, outcome: Outcome | undefined): void {
    const { connection } = item;
    switch (outcome) {
      case "known":
        this.engine.counters.updatesKnown += 1;
        // It was stored before, perhaps without the writer hearing of it.
        connection?.send(updateFrame(item.bytes));
        break;
      case "gap":
        // Somebody who goes on writing while coming back; what it builds on is on its way.
        if (!item.early) connection?.close("resync");
        break;
      case "refused":
        this.engine.counters.updatesRefused += 1;
        connection?.close("partClosed");
        break;
      case "full":
        connection?.close("documentFull");
        break;
      case "invalid":
        connection?.refuseMalformed("foreignUpdate");
        break;
    }
    item.settle?.(settledAs(outcome));
  }

  delayed(): void {
    this.queued.closeWriters();
  }

  failed(why: Failure): void {
    const items = this.#batch?.items ?? [];
    this.#batch = null;
    if (why === "refused") this.#requeue(items);
    else if (why === "inDoubt") {
      for (const item of items) item.settle?.("inDoubt");
      this.queued.giveUp();
    } else {
      this.queued.closeWriters();
      // Before anything else: somebody may wait to look at the document, and it holds what is not stored.
      this.queued.reload();
      this.#drop();
      // What the database knows of an edit of the server is seen when it is loaded.
      for (const item of items) if (!item.connection) this.queued.requeue(item);
    }
  }

  // Frozen or amended behind our back: after loading, these are late edits.
  #requeue(items: QueuedEdit[]): void {
    const late = [...items, ...this.#queue];
    this.#queue = [];
    this.#queueBytes = 0;
    this.queued.reload();
    for (const item of late) this.queued.requeue(item);
  }

  crashed(): void {
    for (const item of this.#batch?.items ?? []) item.settle?.("lost");
    this.#batch = null;
    this.queued.giveUp();
  }

  /** Drops what waits; its writers keep it and bring it again. */
  abandon(): void {
    this.#drop();
    this.queued.onCommitted();
  }

  #drop(): void {
    for (const item of this.#queue) item.settle?.("lost");
    this.#queue = [];
    this.#queueBytes = 0;
  }

  /** Forgets the batch under way, whose document is thrown away. */
  forgetBatch(): void {
    this.#batch = null;
  }
}

function settledAs(outcome: Outcome | undefined): EditOutcome {
  if (outcome === "new") return "stored";
  if (outcome === "refused") return "refused";
  return outcome === "full" ? "lost" : "conflict";
}

function rowsOf(items: QueuedEdit[], applied: Applied, sequence: number): LiveRow[] {
  const rows: LiveRow[] = [];
  for (const [at, outcome] of applied.outcomes.entries()) {
    const item = items[at] as QueuedEdit;
    const bytes = applied.stored[rows.length];
    if (outcome !== "new" || !bytes) continue;
    const { personId, postId } = item.author;
    const next = sequence + rows.length + 1;
    rows.push({ sequence: next, bytes, personId, postId, at: item.at });
  }
  return rows;
}
