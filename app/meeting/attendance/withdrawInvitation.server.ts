import { and, eq } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result, refuse } from "~/ledger/result";
import { isCalled } from "~/meeting/conduct/attendance";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { attendance } from "~db/schema";

/**
 * Takes an invitation back, with everybody whom the unit had named; only the ledger remembers it. Refuses with `notFound`, `notAllowed`,
 * `wrongStage` once the roll has been called for it, `invalid` for the chair.
 */
export async function withdrawInvitation(
  actor: Actor,
  input: { slug: string; attendanceId: string },
  now: string,
): Promise<Result<null>> {
  const result = await changeMeeting(actor, now, input.slug, async (tx, book, later) => {
    const meeting = await meetingToHold(tx, actor, input.slug, ["agenda", "inSession"]);
    if (!meeting.ok) return meeting;
    const [row] = await tx
      .select()
      .from(attendance)
      .where(and(eq(attendance.id, input.attendanceId), eq(attendance.meetingId, meeting.value.id)));
    if (!row) return refuse("notFound");
    if (row.invitation === "chair") return refuse("invalid");
    if (isCalled(row.state)) return refuse("wrongStage");
    await tx.delete(attendance).where(eq(attendance.namedWith, row.id));
    const removed = await tx
      .delete(attendance)
      .where(and(eq(attendance.id, row.id), eq(attendance.version, row.version)))
      .returning({ id: attendance.id });
    if (removed.length !== 1) return refuse("changedMeanwhile");
    await book({
      verb: "session.withdrawInvitation",
      subject: { kind: "attendance", id: row.id },
      before: row,
    });
    await later(freshness, { kind: "attendance", slug: input.slug });
    return done(null);
  });
  if (!result.ok) return result;
  await accessChanged();
  return result;
}
