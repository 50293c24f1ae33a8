import { dayOf } from "~/calendar/day";
import { kindOf, type MeetingKind } from "~/meeting/kind/kind";

/**
 * What departs from the plan or the rules when a session is opened: its agenda was never published, where its
 * kind publishes one; it is another day.
 */
export type OpeningDeparture = "unpublished" | "otherDay";

/**
 * What would depart when a session is opened now; each is kept as a deviation with its reason.
 * @param day with the planned date, YYYY-MM-DD in the district's zone
 * @param now instant
 */
export function openingDepartures(
  day: { kind: MeetingKind; date: string; agendaPublishedAt: string | null },
  now: string,
): OpeningDeparture[] {
  return [
    ...(kindOf(day).publishesAgenda && day.agendaPublishedAt === null ? ["unpublished" as const] : []),
    ...(dayOf(now) === day.date ? [] : ["otherDay" as const]),
  ];
}
