import { and, eq, lte } from "drizzle-orm";
import * as Y from "yjs";
import type { Queries } from "~db/connect";
import { insertMissing } from "~db/insertMissing";
import type { LiveRow } from "~db/liveStore";
import { liveAuthorship, liveSnapshot, liveUpdate } from "~db/schema";
import { transactUnflushed } from "~db/transact";
import { asBuffer } from "../bytes";
import { plainDocument } from "../plainDocument";
import { type Authorship, AuthorshipBook } from "./authorship";
import { findSnapshot, logPages } from "./store";

// People write meanwhile: nobody should wait for what is replayed here, and there is no hurry.
const gently = { rows: 50, gap: 5 };

/** What a compaction did: the log up to `sequence` is now a snapshot of `snapshotBytes`. */
export interface Compacted {
  sequence: number;
  snapshotBytes: number;
  logCount: number;
  logBytes: number;
}

/**
 * Replaces the log of an epoch by a snapshot and by who wrote what. Works from the store alone, so that
 * an error in a room's memory never reaches the only copy. Reads outside of the transaction, because
 * rows once written do not change; updates appended meanwhile stay in the log. Whether the log or the snapshot
 * is found after a power cut, it is the same document.
 * @returns null when there was nothing to do, or another compaction came first
 */
export async function compact(room: string, epoch: number, at: string): Promise<Compacted | null> {
  const base = await findSnapshot(room, epoch);
  const document = plainDocument();
  try {
    if (base) Y.applyUpdate(document, base.state);
    const log = await replay(document, logPages(room, epoch, base?.sequence ?? 0, gently));
    if (log.count === 0 || document.store.pendingStructs || document.store.pendingDs) return null;
    const state = Y.encodeStateAsUpdate(document);
    const done = await transactUnflushed((tx) =>
      replace(tx, { room, epoch, at, from: base?.sequence ?? 0, ...log, state }),
    );
    if (!done) return null;
    return { sequence: log.sequence, snapshotBytes: state.length, logCount: log.count, logBytes: log.bytes };
  } finally {
    document.destroy();
  }
}

interface Replay {
  sequence: number;
  count: number;
  bytes: number;
  authorship: Authorship[];
}

async function replay(document: Y.Doc, pages: AsyncIterable<LiveRow[]>): Promise<Replay> {
  const book = new AuthorshipBook(document);
  const log: Replay = { sequence: 0, count: 0, bytes: 0, authorship: book.entries };
  for await (const page of pages) {
    book.replay(page);
    log.sequence = page.at(-1)?.sequence ?? log.sequence;
    log.count += page.length;
    log.bytes += page.reduce((sum, row) => sum + row.bytes.length, 0);
  }
  return log;
}

interface Replacement extends Replay {
  room: string;
  epoch: number;
  at: string;
  /** Sequence of the snapshot this one builds on. */
  from: number;
  state: Uint8Array;
}

async function replace(tx: Queries, step: Replacement): Promise<boolean> {
  const { room, epoch, at, sequence } = step;
  const here = and(eq(liveSnapshot.room, room), eq(liveSnapshot.epoch, epoch));
  const found = await tx.select({ sequence: liveSnapshot.sequence }).from(liveSnapshot).where(here);
  if ((found[0]?.sequence ?? 0) !== step.from) return false;
  const authorship = step.authorship.map((range) => ({ ...range, room, epoch }));
  await insertMissing(tx, liveAuthorship, authorship);
  const snapshot = { sequence, state: asBuffer(step.state), at };
  await tx
    .insert(liveSnapshot)
    .values({ room, epoch, ...snapshot })
    .onConflictDoUpdate({ target: [liveSnapshot.room, liveSnapshot.epoch], set: snapshot });
  await tx
    .delete(liveUpdate)
    .where(and(eq(liveUpdate.room, room), eq(liveUpdate.epoch, epoch), lte(liveUpdate.sequence, sequence)));
  return true;
}
