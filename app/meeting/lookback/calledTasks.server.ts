import { and, eq, exists, inArray, lt, notExists, or, type SQL, sql } from "drizzle-orm";
import { kindOf, kindsCallingOrganisers, kindsOfDistrict, type MeetingKind } from "~/meeting/kind/kind";
import { hasReached, type Stage } from "~/meeting/kind/stage";
import { openTaskStates } from "~/task/taskState";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { lookBackStatement, meeting, task } from "~db/schema";

const said = alias(lookBackStatement, "said");

/** What of a meeting decides which tasks it calls. */
export interface CallingMeeting {
  id: string;
  kind: MeetingKind;
  organiserUnitId: string;
  date: string;
  stage: Stage;
}

/** Which tasks a meeting calls, as a WHERE over `task` joined with `resolution` and its `meeting`. */
export function isCalled(db: Queries, day: CallingMeeting): SQL | undefined {
  const stated = exists(statedOn(db, eq(said.meetingId, day.id)));
  // What is stated is history once the session is over; what is open by then belongs to the next day.
  if (day.stage === "cancelled" || hasReached(day.stage, "minutes")) return stated;
  const notYetReported = and(eq(task.state, "solved"), notExists(statedOn(db, eq(said.statement, "done"))));
  const waiting = or(inArray(task.state, [...openTaskStates]), notYetReported);
  return or(stated, and(resolvedBy(day), lt(meeting.date, day.date), waiting));
}

/** Whose tasks a meeting calls: the district's days those of each other and of its earlier ledger, a series its own, all others their organiser's. */
export function resolvedBy({
  kind,
  organiserUnitId,
}: Pick<CallingMeeting, "kind" | "organiserUnitId">): SQL | undefined {
  const { calls } = kindOf({ kind }).lookBack;
  if (calls === "district") return inArray(meeting.kind, kindsOfDistrict());
  const organiser = eq(meeting.organiserUnitId, organiserUnitId);
  return and(
    organiser,
    calls === "series" ? eq(meeting.kind, kind) : inArray(meeting.kind, kindsCallingOrganisers()),
  );
}

function statedOn(db: Queries, condition: SQL) {
  return db
    .select({ one: sql`1` })
    .from(said)
    .where(and(eq(said.taskId, task.id), condition));
}
