import type { EditAuthor } from "~/record/live/liveRooms.server";
import type { LiveBatch, LiveRow } from "~db/liveStore";
import type { Committer, Committing, Failure } from "./committer";
import type { Connection } from "./connection";
import type { Applied, Outcome, RoomDocument } from "./document";
import type { Engine } from "./engine";
import { updateFrame } from "./protocol";
import type { EditOutcome } from "./serverEdits";

/** An edit on its way into the document. */
export interface Waiting {
  /** Null for an edit of the server. */
  connection: Connection | null;
  bytes: Uint8Array;
  step2: boolean;
  /** It came before the client's answer to what the server lacks, which will hold it once more. */
  early: boolean;
  author: EditAuthor;
  at: string;
  /** For an edit of the server: called with what became of it. */
  settle?: (outcome: EditOutcome) => void;
}

interface Batch {
  items: Waiting[];
  applied: Applied;
  rows: LiveRow[];
}

/** The room whose edits are taken in. */
export interface TakingRoom {
  readonly room: string;
  readonly epoch: number;
  /** Null while it is not loaded. */
  readonly document: RoomDocument | null;
  /** Something is committed: shows it to everybody. */
  show(merged: Uint8Array): void;
  /** The document in memory is as committed again. */
  rested(): void;
  /** Rows were added to the log. */
  changed(document: RoomDocument): void;
  /** The document in memory is not to be trusted: builds it again from what is stored. */
  reload(): void;
  /** An edit that the database refused is to be judged once more, after loading. */
  again(item: Waiting): void;
  /** Nothing can be stored: whoever may write is sent away, to come back. */
  closeWriters(): void;
  /** Gives the room up. */
  break(): void;
}

/**
 * The way of edits into one room's document: a queue, and one batch at a time that is applied in memory,
 * committed, and only then shown. Between `take` and `committed` the document is ahead of the disk.
 */
export class Intake implements Committing {
  #queue: Waiting[] = [];
  #queueBytes = 0;
  /** So many updates are applied one by one, to find the one that cannot be. */
  #careful = 0;
  #batch: Batch | null = null;

  constructor(
    readonly engine: Engine,
    readonly committer: Committer,
    readonly taking: TakingRoom,
  ) {}

  /** A batch is being committed. */
  get committing(): boolean {
    return this.#batch !== null;
  }

  get waitingUpdates(): number {
    return this.#queue.length + (this.#batch?.items.length ?? 0);
  }

  /** Takes an edit into the queue; a connection that fills it is sent away, to come back. */
  add(waiting: Waiting): void {
    this.#queueBytes += waiting.bytes.length;
    if (waiting.connection && this.#queueBytes > this.engine.limits.queueBytes) {
      this.#queueBytes -= waiting.bytes.length;
      waiting.connection.close("overloaded");
      return;
    }
    this.#queue.push(waiting);
    this.committer.schedule(this);
  }

  /** The document is loaded: what has come in meanwhile can go on. */
  resume(): void {
    if (this.#queue.length > 0) this.committer.schedule(this);
  }

  take(): LiveBatch | null {
    const { document, room, epoch } = this.taking;
    if (!document || this.#batch || this.#queue.length === 0) return null;
    const items = this.#queue.splice(0, this.#careful > 0 ? 1 : this.#queue.length);
    this.#careful = Math.max(0, this.#careful - 1);
    for (const item of items) this.#queueBytes -= item.bytes.length;
    const applied = document.apply(items);
    if (applied.spoiled) {
      this.#startAgain(items, applied);
      return null;
    }
    this.resume();
    this.#batch = { items, applied, rows: rowsOf(items, applied, document.sequence) };
    if (this.#batch.rows.length > 0) return { room, epoch, rows: this.#batch.rows };
    this.committed();
    return null;
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
    this.taking.reload();
  }

  committed(): void {
    const { document } = this.taking;
    const batch = this.#batch;
    if (!batch || !document) throw new Error("committed without a batch");
    this.#batch = null;
    document.sequence += batch.rows.length;
    document.logCount += batch.rows.length;
    for (const row of batch.rows) document.logBytes += row.bytes.length;
    if (batch.applied.merged) this.taking.show(batch.applied.merged);
    for (const [at, item] of batch.items.entries()) this.#tell(item, batch.applied.outcomes[at]);
    this.taking.rested();
    if (batch.rows.length > 0) this.taking.changed(document);
  }

  #tell(item: Waiting, outcome: Outcome | undefined): void {
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
      case "full":
        connection?.close("documentFull");
        break;
      case "invalid":
        connection?.refuseMalformed("update");
        break;
    }
    item.settle?.(outcome === "new" ? "stored" : outcome === "full" ? "lost" : "conflict");
  }

  delayed(): void {
    this.taking.closeWriters();
  }

  failed(why: Failure): void {
    const items = this.#batch?.items ?? [];
    this.#batch = null;
    if (why === "refused") this.#refused(items);
    else if (why === "unsure") {
      for (const item of items) item.settle?.("unsure");
      this.taking.break();
    } else {
      this.taking.closeWriters();
      // Before anything else: somebody may wait to look at the document, and it holds what is not stored.
      this.taking.reload();
      this.#drop();
      // What the database knows of an edit of the server is seen when it is loaded.
      for (const item of items) if (!item.connection) this.taking.again(item);
    }
  }

  // Frozen or amended behind our back: after loading, these are late edits.
  #refused(items: Waiting[]): void {
    const late = [...items, ...this.#queue];
    this.#queue = [];
    this.#queueBytes = 0;
    this.taking.reload();
    for (const item of late) this.taking.again(item);
  }

  broke(): void {
    for (const item of this.#batch?.items ?? []) item.settle?.("lost");
    this.#batch = null;
    this.taking.break();
  }

  /** Drops what waits; its writers keep it and bring it again. */
  abandon(): void {
    this.#drop();
    this.taking.rested();
  }

  #drop(): void {
    for (const item of this.#queue) item.settle?.("lost");
    this.#queue = [];
    this.#queueBytes = 0;
  }

  /** The document of the batch under way is thrown away. */
  forgetBatch(): void {
    this.#batch = null;
  }
}

function rowsOf(items: Waiting[], applied: Applied, sequence: number): LiveRow[] {
  const rows: LiveRow[] = [];
  for (const [at, outcome] of applied.outcomes.entries()) {
    const item = items[at] as Waiting;
    const bytes = applied.stored[rows.length];
    if (outcome !== "new" || !bytes) continue;
    const { personId, postId } = item.author;
    const next = sequence + rows.length + 1;
    rows.push({ sequence: next, bytes, personId, postId, at: item.at });
  }
  return rows;
}
