import { and, asc, eq } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import { announce } from "~/ledger/announce.server";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { dayToHold } from "~/meeting/conduct/loadSession.server";
import { attendance, unit } from "~db/schema";

/**
 * Enters somebody more who came: another person of an invited unit, or of a unit that was not called, which
 * then counts as on call. Refuses with `notFound`, `notAllowed`, `wrongStage`, `invalid` for an unknown unit.
 */
export async function addAttendee(
  actor: Actor,
  input: { month: string; unitId: string; personName: string; state: "present" | "sittingIn" },
  now: string,
): Promise<Result<{ id: string }>> {
  const { month, ...who } = input;
  const result = await change(actor, now, async (tx, book) => {
    const day = await dayToHold(tx, actor, month, ["agenda", "inSession", "minutes"]);
    if (!day.ok) return day;
    const known = await tx.select({ id: unit.id }).from(unit).where(eq(unit.id, who.unitId));
    if (known.length === 0) return refuse("invalid", { field: "unitId" });
    const [first] = await tx
      .select({ invitation: attendance.invitation })
      .from(attendance)
      .where(and(eq(attendance.meetingId, day.value.id), eq(attendance.unitId, who.unitId)))
      .orderBy(asc(attendance.id));
    const invitation = first && first.invitation !== "chair" ? first.invitation : ("onCall" as const);
    const row = { id: newId(), meetingId: day.value.id, invitation, ...who };
    await tx.insert(attendance).values(row);
    await book({ verb: "session.addAttendee", subject: { kind: "attendance", id: row.id }, after: row });
    return done({ id: row.id });
  });
  if (!result.ok) return result;
  await accessChanged();
  await announce({ kind: "attendance", month });
  return result;
}
