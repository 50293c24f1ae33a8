import { eq } from "drizzle-orm";
import { canonicalJson, canonicalRecord } from "~/record/document/record";
import { liveRecord, liveRoom } from "~db/schema";
import { transactUnflushed } from "~db/transact";
import { type Engine, stamp } from "../engine";
import type { RoomDocument } from "./document";

/** The record that is written. */
export interface WrittenRecord {
  room: string;
  epoch: number;
  /** Calls back with the document as committed, null when there is none in memory. */
  whenCommitted<T>(look: (document: RoomDocument | null) => T): Promise<T>;
}

/** Writes the canonical JSON of a room into the database, a moment behind the edits. */
export class CanonicalRecordWriter {
  #timer: NodeJS.Timeout | null = null;
  /** When the first and the last edit came that are not yet written. Milliseconds. */
  #since = 0;
  #touched = 0;
  #dirty = false;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    readonly engine: Engine,
    readonly written: WrittenRecord,
  ) {}

  /** Notes that the record has changed. */
  touch(): void {
    this.#touched = performance.now();
    if (!this.#dirty) this.#since = this.#touched;
    this.#dirty = true;
    this.#timer ??= setTimeout(() => this.#onTimer(), this.#wait());
  }

  #wait(): number {
    const { recordPause, recordCeiling } = this.engine.limits;
    return Math.min(this.#touched + recordPause, this.#since + recordCeiling) - performance.now();
  }

  // The timer is not moved at each edit, of which there are many: it finds out what has come meanwhile.
  #onTimer(): void {
    this.#timer = null;
    const wait = this.#wait();
    if (this.#dirty && wait > 1) this.#timer = setTimeout(() => this.#onTimer(), wait);
    else void this.settle();
  }

  /** Writes what is not yet written. Never throws: the record follows again with the next edit. */
  async settle(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#dirty) {
      this.#dirty = false;
      this.#writing = this.#writing.then(() => this.#write());
    }
    await this.#writing;
  }

  async #write(): Promise<void> {
    const { room, epoch } = this.written;
    try {
      const record = await this.written.whenCommitted((document) =>
        document
          ? { sequence: document.sequence, json: canonicalJson(canonicalRecord(document.document)) }
          : null,
      );
      if (!record) return;
      const values = { epoch, ...record, at: stamp(this.engine) };
      await transactUnflushed(async (tx) => {
        const [now] = await tx
          .select({ epoch: liveRoom.epoch })
          .from(liveRoom)
          .where(eq(liveRoom.name, room));
        // What was written in an epoch that is over is no longer the record.
        if (now && now.epoch !== epoch) return;
        await tx
          .insert(liveRecord)
          .values({ room, ...values })
          .onConflictDoUpdate({ target: liveRecord.room, set: values });
      });
    } catch (error) {
      this.#dirty = true;
      this.engine.log.error({ err: error, room }, "canonical record not stored");
    }
  }
}
