import { and, asc, eq, gt, or } from "drizzle-orm";
import * as Y from "yjs";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { liveAuthorship, liveUpdate } from "~db/schema";
import { AuthorIndex, type ItemRange, type Writer } from "./authorship";

/** Who wrote, and who deleted, which items of a room's document. */
export interface RoomAuthors {
  wrote: AuthorIndex;
  deleted: AuthorIndex;
}

interface Booked extends ItemRange, Writer {
  act: "wrote" | "deleted";
}

const rowsAtOnce = 1_000;

/**
 * Everything that is known about who wrote an epoch of a room and those before it, from which its words come.
 * Others get their turn after each page of rows.
 */
export async function authorsOf(room: string, epoch: number): Promise<RoomAuthors> {
  const authors: RoomAuthors = { wrote: new AuthorIndex(), deleted: new AuthorIndex() };
  for (let one = 1; one <= epoch; one++) await addAuthors(authors, room, one);
  return authors;
}

/** Adds what compaction has booked of an epoch, and the log of it that is not compacted yet. */
async function addAuthors(authors: RoomAuthors, room: string, epoch: number): Promise<void> {
  const book = ({ act, client, clock, length, ...writer }: Booked) =>
    authors[act].add({ client, clock, length }, writer);
  // The log first, though it is booked last: what is compacted while it is read is found in the books then.
  const log: Booked[] = [];
  for await (const page of pagesOfLog(room, epoch)) for (const row of page) log.push(...rangesOf(row));
  for await (const page of pagesOfBooks(room, epoch)) for (const row of page) book(row);
  for (let at = 0; at < log.length; at += rowsAtOnce) {
    for (const one of log.slice(at, at + rowsAtOnce)) book(one);
    await turn();
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

type LogRow = Writer & { sequence: number; bytes: Buffer };

function rangesOf({ bytes, personId, postId, at }: LogRow): Booked[] {
  const { structs, ds } = Y.decodeUpdate(bytes);
  const writer = { personId, postId, at };
  const ranges: Booked[] = [];
  for (const struct of structs) {
    const last = ranges.at(-1);
    const { client, clock } = struct.id;
    if (struct instanceof Y.Skip) continue;
    if (last?.client === client && last.clock + last.length === clock) last.length += struct.length;
    else ranges.push({ act: "wrote", client, clock, length: struct.length, ...writer });
  }
  for (const [client, items] of ds.clients)
    for (const { clock, len } of items)
      ranges.push({ act: "deleted", client, clock, length: len, ...writer });
  return ranges;
}

async function* pagesOfLog(room: string, epoch: number): AsyncGenerator<LogRow[]> {
  let after = 0;
  for (;;) {
    const page = await read((db) => pageOfLog(db, room, epoch, after));
    yield page;
    if (page.length < rowsAtOnce) return;
    after = page.at(-1)?.sequence ?? after;
    await turn();
  }
}

function pageOfLog(db: Queries, room: string, epoch: number, after: number): Promise<LogRow[]> {
  const { sequence, bytes, personId, postId, at } = liveUpdate;
  return db
    .select({ sequence, bytes, personId, postId, at })
    .from(liveUpdate)
    .where(and(eq(liveUpdate.room, room), eq(liveUpdate.epoch, epoch), gt(sequence, after)))
    .orderBy(asc(sequence))
    .limit(rowsAtOnce);
}

async function* pagesOfBooks(room: string, epoch: number): AsyncGenerator<Booked[]> {
  let last: Booked | null = null;
  for (;;) {
    const page: Booked[] = await read((db) => pageOfBooks(db, room, epoch, last));
    yield page;
    if (page.length < rowsAtOnce) return;
    last = page.at(-1) ?? null;
    await turn();
  }
}

function pageOfBooks(db: Queries, room: string, epoch: number, last: Booked | null): Promise<Booked[]> {
  const { act, client, clock, length, personId, postId, at } = liveAuthorship;
  const behind =
    last &&
    or(
      gt(act, last.act),
      and(eq(act, last.act), gt(client, last.client)),
      and(eq(act, last.act), eq(client, last.client), gt(clock, last.clock)),
    );
  return db
    .select({ act, client, clock, length, personId, postId, at })
    .from(liveAuthorship)
    .where(and(eq(liveAuthorship.room, room), eq(liveAuthorship.epoch, epoch), behind ?? undefined))
    .orderBy(asc(act), asc(client), asc(clock))
    .limit(rowsAtOnce);
}
