import { and, asc, count, desc, eq, gte, inArray, min } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { correctionProposal } from "~db/schema";
import { liveRoomName, monthOfRoom } from "./roomName";

const { at, decidedAt, id, personId, room, state } = correctionProposal;

/** Proposed corrections on which nothing is decided, by day; `since` is the instant of the oldest. */
export async function waitingCorrections(
  db: Queries,
): Promise<{ month: string; count: number; since: string | null }[]> {
  const rows = await db
    .select({ room, count: count(), since: min(at) })
    .from(correctionProposal)
    .where(eq(state, "waiting"))
    .groupBy(room)
    .orderBy(asc(room));
  return rows.flatMap(({ room: name, ...rest }) => ofMonth(name, rest));
}

/** What was found in a live room, under the month whose day it belongs to. */
function ofMonth<T>(room: string, found: T): (T & { month: string })[] {
  const month = monthOfRoom(room);
  return month === null ? [] : [{ ...found, month }];
}

/** The corrections somebody proposed that were decided at or after an instant, latest first. */
export async function decidedCorrections(db: Queries, ofPerson: string, since: string) {
  const rows = await db
    .select({ id, room, state, decidedAt })
    .from(correctionProposal)
    .where(and(eq(personId, ofPerson), inArray(state, ["adopted", "refused"]), gte(decidedAt, since)))
    .orderBy(desc(decidedAt))
    .limit(20);
  return rows.flatMap(({ room: name, ...rest }) => ofMonth(name, rest));
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
    .where(and(eq(room, liveRoomName(month)), ofPerson === null ? undefined : eq(personId, ofPerson)))
    .groupBy(state);
  if (rows.length === 0) return null;
  return { waiting: rows.find((row) => row.state === "waiting")?.number ?? 0 };
}
