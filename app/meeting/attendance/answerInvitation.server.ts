import { and, eq } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result, refuse } from "~/ledger/result";
import { isCalled } from "~/meeting/conduct/attendance";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { canAnswerInvitation } from "~/meeting/conduct/permission";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { attendance } from "~db/schema";

/** What a unit answers; a name it does not give stays as it was. */
export interface Answer {
  slug: string;
  attendanceId: string;
  state: "invited" | "declined";
  reason: string;
  personName?: string;
}

/**
 * Enters the answer to an invitation. Refuses with `notFound`, `notAllowed` for somebody else's invitation,
 * `wrongStage` once the day is in session or the roll was called for it, `changedMeanwhile`.
 */
export async function answerInvitation(actor: Actor, input: Answer, now: string): Promise<Result<null>> {
  const { state, reason } = input;
  const result = await changeMeeting(actor, now, input.slug, async (tx, book, later) => {
    const meeting = await findMeeting(tx, input.slug);
    if (!meeting || (await roomRight(tx, actor, meeting)) === "none") return refuse("notFound");
    const [row] = await tx
      .select()
      .from(attendance)
      .where(and(eq(attendance.id, input.attendanceId), eq(attendance.meetingId, meeting.id)));
    if (!row) return refuse("notFound");
    if (!canAnswerInvitation(actor, meeting, row)) return refuse("notAllowed");
    if (meeting.stage !== "agenda" || isCalled(row.state)) return refuse("wrongStage");
    const personName = input.personName ?? row.personName;
    const changed = await tx
      .update(attendance)
      .set({ state, reason, personName, version: row.version + 1 })
      .where(and(eq(attendance.id, row.id), eq(attendance.version, row.version)))
      .returning({ id: attendance.id });
    if (changed.length !== 1) return refuse("changedMeanwhile");
    await book({
      verb: state === "declined" ? "session.decline" : "session.nameAttendee",
      subject: { kind: "attendance", id: row.id },
      before: { state: row.state, reason: row.reason, personName: row.personName },
      after: { state, reason, personName },
    });
    await later(freshness, { kind: "attendance", slug: input.slug });
    return done(null);
  });
  if (!result.ok) return result;
  await accessChanged();
  return result;
}
