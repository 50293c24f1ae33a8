import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { announce } from "~/ledger/announce.server";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { RollState } from "~/meeting/conduct/attendance";
import { dayToHold } from "~/meeting/conduct/loadSession.server";
import { attendance } from "~db/schema";

/** One answer to the roll call; a name left empty stays as it was. */
export interface RollAnswer {
  month: string;
  attendanceId: string;
  state: RollState;
  personName?: string;
  reason?: string;
}

/**
 * Enters who came: 出席, 列席, 请假 or absent. May be entered again; the ledger keeps each. Leave can be
 * entered before the day. Refuses with `notFound`, `notAllowed`, `wrongStage`, `changedMeanwhile`.
 */
export async function callRoll(actor: Actor, input: RollAnswer, now: string): Promise<Result<null>> {
  const result = await change(actor, now, async (tx, book) => {
    const day = await dayToHold(tx, actor, input.month, ["agenda", "inSession", "minutes"]);
    if (!day.ok) return day;
    const [row] = await tx
      .select()
      .from(attendance)
      .where(and(eq(attendance.id, input.attendanceId), eq(attendance.meetingId, day.value.id)));
    if (!row) return refuse("notFound");
    const answer = {
      state: input.state,
      personName: input.personName || row.personName,
      reason: input.reason ?? "",
    };
    const changed = await tx
      .update(attendance)
      .set({ ...answer, version: row.version + 1 })
      .where(and(eq(attendance.id, row.id), eq(attendance.version, row.version)))
      .returning({ id: attendance.id });
    if (changed.length !== 1) return refuse("changedMeanwhile");
    await book({
      verb: "session.callRoll",
      subject: { kind: "attendance", id: row.id },
      before: { state: row.state, personName: row.personName, reason: row.reason },
      after: answer,
    });
    return done(null);
  });
  if (result.ok) await announce({ kind: "attendance", month: input.month });
  return result;
}
