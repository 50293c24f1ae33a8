import { dayOf } from "~/calendar/day";
import { kindOf, type MeetingKind } from "~/meeting/kind/kind";

/**
 * What departs from the plan or the rules when a session is opened: its agenda was never published, where its
 * kind publishes one; it is another day.
 */
export type OpeningDeparture = "unpublished" | "otherDay";

/**
 * What would depart when a session is opened now; each is kept as a deviation with its reason.
 * @param meeting with the planned date, YYYY-MM-DD in the district's zone
 * @param now instant
 */
export function openingDepartures(
  meeting: { kind: MeetingKind; date: string; agendaPublishedAt: string | null },
  now: string,
): OpeningDeparture[] {
  return [
    ...(kindOf(meeting).publishesAgenda && meeting.agendaPublishedAt === null
      ? ["unpublished" as const]
      : []),
    // Whoever calls a meeting may hold it on another day than they said; a planned one keeps to its plan.
    ...(kindOf(meeting).calledBy.length > 0 || dayOf(now) === meeting.date ? [] : ["otherDay" as const]),
  ];
}

/** What an approval to open a session covers: these departures, on this day and no other. */
export function openingCovered(departures: readonly OpeningDeparture[], now: string): string {
  return [dayOf(now), ...departures].join(" ");
}
