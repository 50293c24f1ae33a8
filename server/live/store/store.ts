import { and, asc, eq, gt } from "drizzle-orm";
import * as Y from "yjs";
import { heldAsElements } from "~/record/live/heldAsElements.server";
import type { LiveRow } from "~db/liveStore";
import { read } from "~db/read";
import { liveRoom, liveSnapshot, liveUpdate } from "~db/schema";
import { transact } from "~db/transact";
import { asBytes } from "../bytes";
import { pause } from "../pause";
import { plainDocument } from "../plainDocument";

/** A room as the database knows it. */
export interface RoomRow {
  name: string;
  epoch: number;
  state: "open" | "frozen";
}

/** A document built from snapshot and log, and what it was built from. */
export interface StoredDocument {
  document: Y.Doc;
  /** Of the last update in it; 0 for an empty room. */
  sequence: number;
  snapshotBytes: number;
  logCount: number;
  logBytes: number;
  /** The document as one update, where that is what was stored. */
  state: Uint8Array | null;
}

/** Answers the room's row, made when it is entered for the first time. */
export async function openRoom(name: string, at: string): Promise<RoomRow> {
  const found = await findRoom(name);
  if (found) return found;
  await transact(async (tx) => {
    await tx.insert(liveRoom).values({ name, createdAt: at }).onConflictDoNothing();
  });
  return (await findRoom(name)) ?? { name, epoch: 1, state: "open" };
}

/** Finds the room's row, or undefined when nobody ever entered. */
export async function findRoom(name: string): Promise<RoomRow | undefined> {
  return read(async (db) => {
    const { epoch, state } = liveRoom;
    const rows = await db
      .select({ name: liveRoom.name, epoch, state })
      .from(liveRoom)
      .where(eq(liveRoom.name, name));
    return rows[0];
  });
}

/** The state of a document up to and including `sequence`. */
export interface Snapshot {
  sequence: number;
  state: Uint8Array;
}

/** Finds the snapshot of an epoch; undefined when it was never compacted. */
export async function findSnapshot(room: string, epoch: number): Promise<Snapshot | undefined> {
  return read(async (db) => {
    const rows = await db
      .select({ sequence: liveSnapshot.sequence, state: liveSnapshot.state })
      .from(liveSnapshot)
      .where(and(eq(liveSnapshot.room, room), eq(liveSnapshot.epoch, epoch)));
    return rows[0] && { sequence: rows[0].sequence, state: asBytes(rows[0].state) };
  });
}

async function snapshotSequence(room: string, epoch: number): Promise<number | undefined> {
  return read(async (db) => {
    const rows = await db
      .select({ sequence: liveSnapshot.sequence })
      .from(liveSnapshot)
      .where(and(eq(liveSnapshot.room, room), eq(liveSnapshot.epoch, epoch)));
    return rows[0]?.sequence;
  });
}

/** Reads the log after `sequence` in pages, in order. Between pages others have their turn, for at least `gap` ms. */
export async function* logPages(
  room: string,
  epoch: number,
  sequence: number,
  { rows, gap } = { rows: 500, gap: 0 },
): AsyncGenerator<LiveRow[]> {
  let after = sequence;
  for (;;) {
    const page = await read(async (db) =>
      db
        .select({
          sequence: liveUpdate.sequence,
          bytes: liveUpdate.bytes,
          personId: liveUpdate.personId,
          postId: liveUpdate.postId,
          at: liveUpdate.at,
        })
        .from(liveUpdate)
        .where(and(eq(liveUpdate.room, room), eq(liveUpdate.epoch, epoch), gt(liveUpdate.sequence, after)))
        .orderBy(asc(liveUpdate.sequence))
        .limit(rows),
    );
    if (page.length > 0) yield page.map((row) => ({ ...row, bytes: asBytes(row.bytes) }));
    if (page.length < rows) return;
    after = page[page.length - 1]?.sequence ?? after;
    await pause(gap);
  }
}

/**
 * Builds the document of an epoch from what is stored.
 * @param beforeBuild given the whole document as one update, where that is what was stored, before it is built
 */
export async function loadDocument(
  room: string,
  epoch: number,
  beforeBuild?: (state: Uint8Array) => Promise<void>,
): Promise<StoredDocument> {
  for (;;) {
    const elements = await read((db) => heldAsElements(db, room, epoch));
    const snapshot = await findSnapshot(room, epoch);
    const pages = logPages(room, epoch, snapshot?.sequence ?? 0);
    const first = await pages.next();
    // A compaction in the middle of reading takes away rows not yet read; the snapshot then has them.
    const isWhole = async () => (await snapshotSequence(room, epoch)) === snapshot?.sequence;
    if (beforeBuild && snapshot && first.done && (await isWhole())) await beforeBuild(snapshot.state);
    const stored = await build(elements, snapshot, first.done ? [] : first.value, pages);
    if (await isWhole()) return stored;
    stored.document.destroy();
  }
}

async function build(
  elements: boolean,
  snapshot: Snapshot | undefined,
  first: LiveRow[],
  others: AsyncIterable<LiveRow[]>,
): Promise<StoredDocument> {
  const document = plainDocument({ elements });
  if (snapshot) Y.applyUpdate(document, snapshot.state);
  const stored: StoredDocument = {
    document,
    sequence: snapshot?.sequence ?? 0,
    snapshotBytes: snapshot?.state.length ?? 0,
    logCount: 0,
    logBytes: 0,
    state: snapshot?.state ?? null,
  };
  const take = (page: LiveRow[]) => {
    if (page.length === 0) return;
    // In one Yjs transaction: cleaning up after each of thousands would cost more than applying them.
    document.transact(() => {
      for (const row of page) Y.applyUpdate(document, row.bytes);
    });
    stored.sequence = page[page.length - 1]?.sequence ?? stored.sequence;
    stored.state = null;
    stored.logCount += page.length;
    stored.logBytes += page.reduce((sum, row) => sum + row.bytes.length, 0);
  };
  take(first);
  for await (const page of others) take(page);
  return stored;
}
