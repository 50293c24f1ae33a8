import { and, asc, eq } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { unitInForce } from "~/unit/unitInForce.server";
import { attendance, unit } from "~db/schema";

/**
 * Enters somebody more who came: another person of an invited unit, or of a unit that was not called, which
 * then counts as on call. Once the session is closed that corrects the roll, and needs a reason. Refuses with
 * `notFound`, `notAllowed`, `wrongStage`, `reasonNeeded`, `invalid` for an unknown unit.
 */
export async function addAttendee(
  actor: Actor,
  input: {
    slug: string;
    unitId: string;
    personName: string;
    state: "present" | "sittingIn";
    correction?: string;
  },
  now: string,
): Promise<Result<{ id: string }>> {
  const { slug, correction, ...who } = input;
  const result = await changeMeeting(actor, now, slug, async (tx, book, later) => {
    const meeting = await meetingToHold(tx, actor, slug, ["agenda", "inSession", "minutes"]);
    if (!meeting.ok) return meeting;
    if (meeting.value.stage === "minutes" && !correction)
      return refuse("reasonNeeded", { field: "correction" });
    const known = await tx
      .select({ id: unit.id })
      .from(unit)
      .where(and(eq(unit.id, who.unitId), unitInForce()));
    if (known.length === 0) return refuse("invalid", { field: "unitId" });
    const [first] = await tx
      .select({ invitation: attendance.invitation })
      .from(attendance)
      .where(and(eq(attendance.meetingId, meeting.value.id), eq(attendance.unitId, who.unitId)))
      .orderBy(asc(attendance.id));
    const invitation = first && first.invitation !== "chair" ? first.invitation : ("onCall" as const);
    const row = { id: newId(), meetingId: meeting.value.id, invitation, ...who };
    await tx.insert(attendance).values(row);
    const after = { ...row, correction: correction || undefined };
    await book({ verb: "session.addAttendee", subject: { kind: "attendance", id: row.id }, after });
    await later(freshness, { kind: "attendance", slug });
    return done({ id: row.id });
  });
  if (!result.ok) return result;
  await accessChanged();
  return result;
}
