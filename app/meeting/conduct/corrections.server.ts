import { and, asc, count, desc, eq, gte, inArray, min } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { correctionProposal, meeting } from "~db/schema";
import { liveRoomName, meetingOfRoom } from "./roomName";

const { at, decidedAt, id, personId, room, state } = correctionProposal;

/** Proposed corrections on which nothing is decided, by meeting; `since` is the instant of the oldest. */
export async function waitingCorrections(
  db: Queries,
): Promise<{ meeting: FoundMeeting; count: number; since: string | null }[]> {
  const rows = await db
    .select({ room, count: count(), since: min(at) })
    .from(correctionProposal)
    .where(eq(state, "waiting"))
    .groupBy(room)
    .orderBy(asc(room));
  return underMeetings(db, rows);
}

/** What was found in live rooms, each with the meeting it belongs to. */
async function underMeetings<Row extends { room: string }>(db: Queries, rows: readonly Row[]) {
  const slugs = [...new Set(rows.flatMap((row) => meetingOfRoom(row.room) ?? []))];
  if (slugs.length === 0) return [];
  const meetings = await db.select().from(meeting).where(inArray(meeting.slug, slugs));
  return rows.flatMap(({ room: name, ...rest }) => {
    const found = meetings.find((one) => one.slug === meetingOfRoom(name));
    return found ? [{ ...rest, meeting: found }] : [];
  });
}

type FoundMeeting = typeof meeting.$inferSelect;

/** The corrections somebody proposed that were decided at or after an instant, latest first. */
export async function decidedCorrections(db: Queries, ofPerson: string, since: string) {
  const rows = await db
    .select({ id, room, state, decidedAt })
    .from(correctionProposal)
    .where(and(eq(personId, ofPerson), inArray(state, ["adopted", "refused"]), gte(decidedAt, since)))
    .orderBy(desc(decidedAt))
    .limit(20);
  return underMeetings(db, rows);
}

/**
 * How many proposed corrections of a day wait; null where there are none at all.
 * @param ofPerson only those of one person
 */
export async function correctionsOf(
  db: Queries,
  slug: string,
  ofPerson: string | null,
): Promise<{ waiting: number } | null> {
  const rows = await db
    .select({ state, number: count() })
    .from(correctionProposal)
    .where(and(eq(room, liveRoomName(slug)), ofPerson === null ? undefined : eq(personId, ofPerson)))
    .groupBy(state);
  if (rows.length === 0) return null;
  return { waiting: rows.find((row) => row.state === "waiting")?.number ?? 0 };
}
