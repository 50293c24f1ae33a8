import { and, desc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { nameOfUnit } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { Contributors } from "~/meeting/history/nameContributors.server";
import type { FieldValue } from "~/record/document/fieldPlace";
import type { CanonicalRecord } from "~/record/document/record";
import { serverAuthor } from "~/record/live/serverAuthor";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { liveRecord, liveRoom, overwrittenWords, unit } from "~db/schema";
import {
  canSettle,
  type Hand,
  type NamedEntries,
  type OverwrittenLine,
  type OverwrittenPage,
} from "./overwritten";

type Row = typeof overwrittenWords.$inferSelect;

// Of one person in one room; of a whole record the newest.
const mostOwn = 20;
const mostShown = 100;

/** The words of somebody that others overwrote in a record and that wait for them, the oldest first. */
export async function waitingWords(actor: Actor, slug: string): Promise<OverwrittenLine[]> {
  return read(async (db) => {
    const meeting = await findMeeting(db, slug);
    if (!meeting) return [];
    const { room, state, writerPersonId, at, id } = overwrittenWords;
    const rows = await db
      .select()
      .from(overwrittenWords)
      .where(and(eq(room, liveRoomName(slug)), eq(state, "waiting"), eq(writerPersonId, actor.personId)))
      .orderBy(at, id)
      .limit(mostOwn);
    return linesOf(db, actor, meeting, rows);
  });
}

/**
 * All words that were overwritten in a record, the newest first, whoever wrote them. Refuses with `notFound` to whom the
 * room is closed.
 */
export async function overwrittenOf(
  actor: Actor,
  slug: string,
  now: string,
): Promise<Result<OverwrittenPage>> {
  return read(async (db) => {
    const meeting = await findMeeting(db, slug);
    if (!meeting || (await roomRight(db, actor, meeting)) === "none") return refuse("notFound");
    const name = liveRoomName(slug);
    const rows = await db
      .select()
      .from(overwrittenWords)
      .where(eq(overwrittenWords.room, name))
      .orderBy(desc(overwrittenWords.at), desc(overwrittenWords.id))
      .limit(mostShown);
    const { wordsNotKept } = liveRoom;
    const [kept] = await db.select({ wordsNotKept }).from(liveRoom).where(eq(liveRoom.name, name));
    const lines = await linesOf(db, actor, meeting, rows);
    const units = lines.length > 0 ? await db.select({ id: unit.id, ...nameOfUnit(unit) }).from(unit) : [];
    const entries = lines.length > 0 ? await entriesOf(db, name) : { topics: [], resolutions: [] };
    return done({ now, slug, lines, notKept: kept?.wordsNotKept ?? 0, entries, units });
  });
}

async function entriesOf(db: Queries, room: string): Promise<NamedEntries> {
  const [row] = await db.select({ json: liveRecord.json }).from(liveRecord).where(eq(liveRecord.room, room));
  const { topics, resolutions } = row
    ? (JSON.parse(row.json) as CanonicalRecord)
    : { topics: [], resolutions: [] };
  return {
    topics: topics.map(({ id, title }) => ({ id, title })),
    resolutions: resolutions.map(({ id, topicId, withdrawn }) => ({ id, topicId, withdrawn })),
  };
}

async function linesOf(
  db: Queries,
  actor: Actor,
  meeting: Meeting,
  rows: readonly Row[],
): Promise<OverwrittenLine[]> {
  const people = new Contributors();
  const numbered = rows.map((row) => {
    const { at, writerPersonId, writerPostId, overPersonId, overPostId } = row;
    const writer = writerPersonId && people.numberOf({ personId: writerPersonId, postId: writerPostId, at });
    const over = overPersonId && people.numberOf({ personId: overPersonId, postId: overPostId, at });
    return { row, writer, over };
  });
  const named = await people.named(db);
  const hand = (who: number | "" | null): Hand | null => {
    const found = typeof who === "number" ? named[who] : undefined;
    return found?.name ? { name: found.name, unit: found.unit } : null;
  };
  return numbered.map(({ row, writer, over }) => ({
    id: row.id,
    place: { kind: row.kind, entryId: row.entryId, stepId: row.stepId, field: row.field },
    topicId: row.topicId,
    value: JSON.parse(row.value) as FieldValue,
    writer: hand(writer),
    over: hand(over),
    ...{ at: row.at, state: row.state },
    settles: row.writerPersonId !== serverAuthor.personId && canSettle(actor, meeting, row),
  }));
}
