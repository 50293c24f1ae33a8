import { type Actor, seesContents } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { followingClasses, isCalled } from "~/meeting/conduct/attendance";
import { type AttendanceRow, attendanceOf } from "~/meeting/conduct/attendanceOf.server";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { canAnswerInvitation } from "~/meeting/conduct/permission";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import type { Queries } from "~db/connect";

/** An invitation with its meeting, and everybody whom the unit has named in it, the first one's row being its own. */
export interface FoundInvitation {
  meeting: Meeting;
  invitation: AttendanceRow;
  named: AttendanceRow[];
}

/**
 * Finds an invitation for whoever answers it. A unit keeps sight of its own one even where it declined, and the meeting
 * is no longer there for it otherwise.
 * @param attendanceId the invitation; left out, the one of the actor's unit
 * Refuses with `notFound`, `notAllowed` for somebody else's.
 */
export async function findInvitation(
  db: Queries,
  actor: Actor,
  { slug, attendanceId }: { slug: string; attendanceId?: string },
): Promise<Result<FoundInvitation>> {
  const meeting = await findMeeting(db, slug);
  if (!meeting) return refuse("notFound");
  const rows = await attendanceOf(db, meeting.id);
  const invitation = rows.find((row) =>
    attendanceId === undefined
      ? row.unitId === actor.unitId && row.namedWith === null && row.invitation !== "chair"
      : row.id === attendanceId,
  );
  if (!invitation || !(await mayKnow(db, actor, meeting, invitation))) return refuse("notFound");
  if (!canAnswerInvitation(actor, meeting, invitation)) return refuse("notAllowed");
  if (invitation.namedWith !== null) return refuse("notFound");
  const named = rows.filter((row) => row.id === invitation.id || row.namedWith === invitation.id);
  return done({ meeting, invitation, named });
}

async function mayKnow(db: Queries, actor: Actor, meeting: Meeting, row: AttendanceRow): Promise<boolean> {
  const own = row.unitId === actor.unitId && followingClasses.includes(row.invitation);
  return (own && seesContents(actor)) || (await roomRight(db, actor, meeting)) !== "none";
}

/** Whether an invitation may be answered, or the answer changed: until the session opens, or the roll is called for it. */
export function isAnswerable({ meeting, named }: Pick<FoundInvitation, "meeting" | "named">): boolean {
  return meeting.stage === "agenda" && named.every((row) => !isCalled(row.state));
}
