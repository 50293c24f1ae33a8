import { and, asc, count, desc, eq, gte, inArray, min, sql } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { correctionProposal, meeting } from "~db/schema";

// A day's record is written in the room of its month.
const roomOfDay = sql<string>`'day-' || ${meeting.slug}`;
const { at, decidedAt, id, personId, room, state } = correctionProposal;

/** Proposed corrections on which nothing is decided, by day; `since` is the instant of the oldest. */
export async function waitingCorrections(
  db: Queries,
): Promise<{ month: string; count: number; since: string | null }[]> {
  return db
    .select({ month: meeting.slug, count: count(), since: min(at) })
    .from(correctionProposal)
    .innerJoin(meeting, eq(room, roomOfDay))
    .where(eq(state, "waiting"))
    .groupBy(meeting.slug)
    .orderBy(asc(meeting.slug));
}

/** The corrections somebody proposed that were decided at or after an instant, latest first. */
export async function decidedCorrections(db: Queries, ofPerson: string, since: string) {
  return db
    .select({ id, month: meeting.slug, state, decidedAt })
    .from(correctionProposal)
    .innerJoin(meeting, eq(room, roomOfDay))
    .where(and(eq(personId, ofPerson), inArray(state, ["adopted", "refused"]), gte(decidedAt, since)))
    .orderBy(desc(decidedAt))
    .limit(20);
}

/**
 * How many proposed corrections of a day wait; null where there are none at all.
 * @param ofPerson only those of one person
 */
export async function correctionsOfDay(
  db: Queries,
  month: string,
  ofPerson: string | null,
): Promise<{ waiting: number } | null> {
  const rows = await db
    .select({ state, number: count() })
    .from(correctionProposal)
    .innerJoin(meeting, eq(room, roomOfDay))
    .where(and(eq(meeting.slug, month), ofPerson === null ? undefined : eq(personId, ofPerson)))
    .groupBy(state);
  if (rows.length === 0) return null;
  return { waiting: rows.find((row) => row.state === "waiting")?.number ?? 0 };
}
