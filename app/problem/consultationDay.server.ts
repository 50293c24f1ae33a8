import { eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { consultationDay, meeting } from "~db/schema";

/** The columns of a consultation day: the plan's row and its meeting read as one, under the meeting's id. */
export const dayColumns = {
  id: meeting.id,
  kind: meeting.kind,
  number: meeting.number,
  organiserUnitId: meeting.organiserUnitId,
  month: consultationDay.month,
  year: consultationDay.year,
  date: meeting.date,
  startsAt: meeting.startsAt,
  place: meeting.place,
  plannedMinutes: meeting.plannedMinutes,
  calendarSequence: meeting.calendarSequence,
  hostStreetId: meeting.hostUnitId,
  chairPostId: meeting.chairPostId,
  stage: meeting.stage,
  ruleSetId: meeting.ruleSetId,
  windowOpensOn: consultationDay.windowOpensOn,
  windowClosesOn: consultationDay.windowClosesOn,
  swapReason: consultationDay.swapReason,
  agendaPublishedAt: meeting.agendaPublishedAt,
  openedAt: meeting.openedAt,
  closedAt: meeting.closedAt,
  cancelledAtStage: meeting.cancelledAtStage,
  postponedFrom: meeting.postponedFrom,
  changeReason: meeting.changeReason,
  version: meeting.version,
};

/** Reads consultation days; the caller narrows and orders. */
export function selectDays(db: Queries) {
  return db
    .select(dayColumns)
    .from(consultationDay)
    .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
    .$dynamic();
}

/** A consultation day as `selectDays` reads it. */
export type DayRow = Awaited<ReturnType<typeof selectDays>>[number];
