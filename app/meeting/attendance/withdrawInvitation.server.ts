import { and, eq } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import { announce } from "~/ledger/announce.server";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { isCalled } from "~/meeting/conduct/attendance";
import { dayToHold } from "~/meeting/conduct/loadSession.server";
import { attendance } from "~db/schema";

/**
 * Takes an invitation back; only the ledger remembers it. Refuses with `notFound`, `notAllowed`,
 * `wrongStage` once the roll has been called for it, `invalid` for the chair.
 */
export async function withdrawInvitation(
  actor: Actor,
  input: { month: string; attendanceId: string },
  now: string,
): Promise<Result<null>> {
  const result = await change(actor, now, async (tx, book) => {
    const day = await dayToHold(tx, actor, input.month, ["agenda", "inSession"]);
    if (!day.ok) return day;
    const [row] = await tx
      .select()
      .from(attendance)
      .where(and(eq(attendance.id, input.attendanceId), eq(attendance.meetingId, day.value.id)));
    if (!row) return refuse("notFound");
    if (row.invitation === "chair") return refuse("invalid");
    if (isCalled(row.state)) return refuse("wrongStage");
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
    return done(null);
  });
  if (!result.ok) return result;
  await accessChanged();
  await announce({ kind: "attendance", month: input.month });
  return result;
}
