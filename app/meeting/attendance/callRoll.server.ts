import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result, refuse } from "~/ledger/result";
import type { RollState } from "~/meeting/conduct/attendance";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { attendance } from "~db/schema";

/** One answer to the roll call; a name left empty stays as it was. */
export interface RollAnswer {
  slug: string;
  attendanceId: string;
  state: RollState;
  personName?: string;
  reason?: string;
  /** Why the roll of a closed session is corrected. */
  correction?: string;
}

// What the unit had said was of somebody else.
const nobodyKnown = { personTitle: "", comesAs: "member", insteadOf: "", insteadReason: "" } as const;

/**
 * Enters who came: 出席, 列席, 请假 or absent. May be entered again; the ledger keeps each. Leave can be
 * entered before the day; once the session is closed, the roll is only corrected, with a reason that the ledger keeps.
 * What was decided keeps the quorum that it had. Refuses with `notFound`, `notAllowed`, `wrongStage`, `reasonNeeded`,
 * `changedMeanwhile`.
 */
export async function callRoll(actor: Actor, input: RollAnswer, now: string): Promise<Result<null>> {
  return changeMeeting(actor, now, input.slug, async (tx, book, later) => {
    const meeting = await meetingToHold(tx, actor, input.slug, ["agenda", "inSession", "minutes"]);
    if (!meeting.ok) return meeting;
    if (meeting.value.stage === "minutes" && !input.correction)
      return refuse("reasonNeeded", { field: "correction" });
    const [row] = await tx
      .select()
      .from(attendance)
      .where(and(eq(attendance.id, input.attendanceId), eq(attendance.meetingId, meeting.value.id)));
    if (!row) return refuse("notFound");
    const answer = {
      state: input.state,
      personName: input.personName || row.personName,
      reason: input.reason ?? "",
    };
    const changed = await tx
      .update(attendance)
      .set({
        ...answer,
        ...(answer.personName === row.personName ? {} : nobodyKnown),
        version: row.version + 1,
      })
      .where(and(eq(attendance.id, row.id), eq(attendance.version, row.version)))
      .returning({ id: attendance.id });
    if (changed.length !== 1) return refuse("changedMeanwhile");
    await book({
      verb: "session.callRoll",
      subject: { kind: "attendance", id: row.id },
      before: { state: row.state, personName: row.personName, reason: row.reason },
      after: { ...answer, correction: input.correction || undefined },
    });
    await later(freshness, { kind: "attendance", slug: input.slug });
    return done(null);
  });
}
