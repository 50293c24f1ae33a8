import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { notice } from "~db/schema";
import { type NoticeDetails, type NoticeKind, type NoticeReason, readersMeant } from "./notice";
import type { NoticedThing } from "./noticedThing.server";
import { noticedThings } from "./noticedThings.server";

/** A notice as its reader sees it. */
export interface NoticeLine {
  id: string;
  kind: NoticeKind;
  why: NoticeReason;
  at: string;
  read: boolean;
  details: NoticeDetails;
  /** Why a meeting is not held, later than planned or by another host: as long as it is so. */
  reason: string | null;
  /** Null where the reader may not see it any more, or it is no more: then nothing of it is told. */
  thing: NoticedThing | null;
}

/** A page of notices, newest first. */
export interface NoticesPage {
  lines: NoticeLine[];
  /** Keys of the pages before and after this one; null where there is none. */
  newer: string | null;
  older: string | null;
}

/** Which page: the one before (older than) a notice, or after it; the newest where neither is said. */
export interface NoticePlace {
  before?: string;
  after?: string;
}

const pageSize = 30;

/** The notices of the post somebody acts in and those to themselves, a page at a time. */
export async function showNotices(actor: Actor, place: NoticePlace): Promise<NoticesPage> {
  return read(async (db) => {
    const { rows, newer, older } = await pageOf(db, actor, place);
    const thingOf = await noticedThings(db, actor, rows);
    return {
      lines: rows.map((row) => lineOf(row, thingOf(row.subjectKind, row.subjectId))),
      newer,
      older,
    };
  });
}

function lineOf(row: typeof notice.$inferSelect, thing: NoticedThing | null): NoticeLine {
  const { id, kind, why, at, readAt } = row;
  const details = JSON.parse(row.details) as NoticeDetails;
  const reason = reasonOf(kind, details, thing);
  return { id, kind, why, at, read: readAt !== null, details, reason, thing };
}

function reasonOf(kind: NoticeKind, { dueDate }: NoticeDetails, thing: NoticedThing | null): string | null {
  if (kind === "hostsSwapped") return thing?.swapReason ?? null;
  const change = thing?.change;
  const stands =
    change?.to === "cancelled"
      ? kind === "meetingCancelled"
      : kind === "meetingPostponed" && dueDate === thing?.meeting?.date;
  return change && stands ? change.reason : null;
}

async function pageOf(db: Queries, actor: Actor, { before, after }: NoticePlace) {
  const upwards = after !== undefined;
  const found = (
    await Promise.all(readersMeant(actor).map((reader) => rowsOf(db, reader, { before, after })))
  ).flat();
  found.sort((one, other) => (one.id < other.id ? -1 : 1) * (upwards ? 1 : -1));
  const more = found.length > pageSize;
  const rows = found.slice(0, pageSize);
  if (upwards) rows.reverse();
  const hasNewer = upwards ? more : before !== undefined;
  const hasOlder = upwards || more;
  return {
    rows,
    newer: hasNewer ? (rows[0]?.id ?? null) : null,
    older: hasOlder ? (rows.at(-1)?.id ?? null) : null,
  };
}

/** As many as a page takes and one more, of one reader: each is read in the order of an index. */
function rowsOf(db: Queries, readerId: string, { before, after }: NoticePlace) {
  const edge =
    after !== undefined ? gt(notice.id, after) : before !== undefined ? lt(notice.id, before) : undefined;
  return db
    .select()
    .from(notice)
    .where(and(eq(notice.readerId, readerId), edge))
    .orderBy(after !== undefined ? asc(notice.id) : desc(notice.id))
    .limit(pageSize + 1);
}
