import { and, eq, lte } from "drizzle-orm";
import * as Y from "yjs";
import type { Queries } from "~db/connect";
import { liveAuthorship, liveSnapshot, liveUpdate } from "~db/schema";
import { transact } from "~db/transact";
import { type ItemRange, rangesOf } from "./inspection";
import { plainDocument } from "./plainDocument";
import { asBuffer, findSnapshot, type LogRow, logPages } from "./store";

/** What a compaction did: the log up to `sequence` is now a snapshot of `snapshotBytes`. */
export interface Compacted {
  sequence: number;
  snapshotBytes: number;
  logCount: number;
  logBytes: number;
}

interface Authorship extends ItemRange {
  act: "wrote" | "deleted";
  personId: string | null;
  postId: string | null;
  at: string;
}

/**
 * Replaces the log of an epoch by a snapshot and by who wrote what. Works from the store alone, so that
 * an error in a room's memory never reaches the only copy. Reads outside of the transaction, because
 * rows once written do not change; updates appended meanwhile stay in the log.
 * @returns null when there was nothing to do, or another compaction came first
 */
export async function compact(room: string, epoch: number, at: string): Promise<Compacted | null> {
  const base = await findSnapshot(room, epoch);
  const document = plainDocument();
  try {
    if (base) Y.applyUpdate(document, base.state);
    const log = await replay(document, logPages(room, epoch, base?.sequence ?? 0));
    if (log.count === 0 || document.store.pendingStructs || document.store.pendingDs) return null;
    const state = Y.encodeStateAsUpdate(document);
    const done = await transact((tx) =>
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

// Update by update, to learn what each one added: a client that comes back sends also what was known.
async function replay(document: Y.Doc, pages: AsyncIterable<LogRow[]>): Promise<Replay> {
  const log: Replay = { sequence: 0, count: 0, bytes: 0, authorship: [] };
  let effect: Uint8Array | null = null;
  document.on("update", (bytes: Uint8Array) => {
    effect = bytes;
  });
  for await (const page of pages) {
    for (const row of page) {
      effect = null;
      Y.applyUpdate(document, row.bytes);
      if (effect) book(log.authorship, effect, row);
      log.sequence = row.sequence;
      log.count += 1;
      log.bytes += row.bytes.length;
    }
  }
  return log;
}

function book(authorship: Authorship[], effect: Uint8Array, row: LogRow): void {
  const { wrote, deleted } = rangesOf(effect);
  const { personId, postId, at } = row;
  for (const range of wrote) join(authorship, { act: "wrote", ...range, personId, postId, at });
  for (const range of deleted) join(authorship, { act: "deleted", ...range, personId, postId, at });
}

// How far back a range is looked for that the next one continues: a few people type at a time.
const lookBack = 40;

function join(authorship: Authorship[], next: Authorship): void {
  for (let at = authorship.length - 1; at >= Math.max(0, authorship.length - lookBack); at--) {
    const last = authorship[at] as Authorship;
    if (continues(last, next)) {
      last.length += next.length;
      return;
    }
  }
  authorship.push(next);
}

function continues(last: Authorship, next: Authorship): boolean {
  return (
    last.act === next.act &&
    last.client === next.client &&
    last.clock + last.length === next.clock &&
    last.personId === next.personId &&
    last.postId === next.postId &&
    // Same minute: "2026-11-12T09:41".
    last.at.slice(0, 16) === next.at.slice(0, 16)
  );
}

interface Replacement extends Replay {
  room: string;
  epoch: number;
  at: string;
  /** Sequence of the snapshot this one builds on. */
  from: number;
  state: Uint8Array;
}

const insertRows = 400;

async function replace(tx: Queries, step: Replacement): Promise<boolean> {
  const { room, epoch, at, sequence } = step;
  const here = and(eq(liveSnapshot.room, room), eq(liveSnapshot.epoch, epoch));
  const found = await tx.select({ sequence: liveSnapshot.sequence }).from(liveSnapshot).where(here);
  if ((found[0]?.sequence ?? 0) !== step.from) return false;
  for (let from = 0; from < step.authorship.length; from += insertRows) {
    const rows = step.authorship.slice(from, from + insertRows).map((range) => ({ room, epoch, ...range }));
    await tx.insert(liveAuthorship).values(rows).onConflictDoNothing();
  }
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
