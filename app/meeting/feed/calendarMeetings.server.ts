import { and, asc, eq, gte, inArray, max, type SQL } from "drizzle-orm";
import { nameOfUnit } from "~/i18n/names";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import type { Queries } from "~db/connect";
import { ledgerEntry, meeting, unit } from "~db/schema";
import type { CalendarMeeting } from "./calendarEntry";

// What one person takes part in; a bound against a list without end.
const most = 500;

/** A meeting for a calendar, before it is known how its reader is called to it. */
export type UncalledMeeting = Omit<CalendarMeeting, "onCall">;

/**
 * Reads meetings as calendars are told of them, in order of their days.
 * @param which a condition on `meeting`
 * @param from the first day
 */
export async function calendarMeetings(
  db: Queries,
  which: SQL | undefined,
  from: string,
): Promise<UncalledMeeting[]> {
  const rows = await db
    .select({ meeting, host: unit })
    .from(meeting)
    .innerJoin(unit, eq(unit.id, meeting.hostUnitId))
    .where(and(which, gte(meeting.date, from)))
    .orderBy(asc(meeting.date), asc(meeting.number))
    .limit(most);
  const changed = await lastChanges(
    db,
    rows.map((row) => row.meeting.id),
  );
  const organisers = await db
    .select()
    .from(unit)
    .where(inArray(unit.id, [...new Set(rows.map((row) => row.meeting.organiserUnitId))]));
  const rules = new Map<string, number>();
  for (const { meeting: held } of rows)
    if (!rules.has(held.ruleSetId))
      rules.set(held.ruleSetId, (await rulesOfMeeting(db, held.id)).agenda.plannedMinutes);
  return rows.map(({ meeting: held, host }) => {
    const { id, slug, title, date, startsAt, place, stage, calendarSequence } = held;
    const { plannedMinutes, ruleSetId, organiserUnitId } = held;
    return {
      ...{ id, slug, title, date, startsAt, place, stage, calendarSequence },
      host: nameOfUnit(host),
      organiser: nameOfUnit(organisers.find((one) => one.id === organiserUnitId)!),
      changedAt: changed.get(id) ?? `${date}T00:00:00.000Z`,
      minutes: plannedMinutes ?? rules.get(ruleSetId)!,
    };
  });
}

/** When the ledger last heard of each meeting itself: it was called, moved, or reached a station. */
async function lastChanges(db: Queries, ids: string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: ledgerEntry.subjectId, at: max(ledgerEntry.at) })
    .from(ledgerEntry)
    .where(and(eq(ledgerEntry.subjectKind, "meeting"), inArray(ledgerEntry.subjectId, ids)))
    .groupBy(ledgerEntry.subjectId);
  return new Map(rows.map(({ id, at }) => [id, at ?? ""]));
}
