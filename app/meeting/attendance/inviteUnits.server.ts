import { and, eq, inArray } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import { announce } from "~/ledger/announce.server";
import { type Book, change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { OfferedClass } from "~/meeting/conduct/attendance";
import { dayToHold } from "~/meeting/conduct/loadSession.server";
import type { Queries } from "~db/connect";
import { attendance, unit } from "~db/schema";

/** Units to call, and how strongly. */
export interface Invitations {
  month: string;
  invitations: readonly { unitId: string; invitation: OfferedClass }[];
}

/**
 * Calls units to a day, or changes how strongly they are called; a unit that had declined is asked again.
 * Refuses with `notFound`, `notAllowed`, `wrongStage`, `invalid` for a unit that does not exist.
 */
export async function inviteUnits(
  actor: Actor,
  input: Invitations,
  now: string,
): Promise<Result<{ invited: number }>> {
  const result = await change(actor, now, async (tx, book) => {
    const day = await dayToHold(tx, actor, input.month, ["agenda", "inSession"]);
    if (!day.ok) return day;
    const wanted = new Map(input.invitations.map((one) => [one.unitId, one.invitation]));
    if (wanted.size === 0) return refuse("invalid", { field: "unitId" });
    const known = await tx
      .select({ id: unit.id })
      .from(unit)
      .where(inArray(unit.id, [...wanted.keys()]));
    if (known.length !== wanted.size) return refuse("invalid", { field: "unitId" });
    for (const [unitId, invitation] of wanted) await invite(tx, book, day.value.id, unitId, invitation);
    return done({ invited: wanted.size });
  });
  if (!result.ok) return result;
  // Whoever is invited may write in the record from now on.
  await accessChanged();
  await announce({ kind: "attendance", month: input.month });
  return result;
}

async function invite(tx: Queries, book: Book, meetingId: string, unitId: string, invitation: OfferedClass) {
  const rows = await tx
    .select()
    .from(attendance)
    .where(and(eq(attendance.meetingId, meetingId), eq(attendance.unitId, unitId)));
  const called = rows.filter((row) => row.invitation !== "chair");
  if (called.length === 0) {
    const row = { id: newId(), meetingId, unitId, invitation };
    await tx.insert(attendance).values(row);
    await book({ verb: "session.invite", subject: { kind: "attendance", id: row.id }, after: row });
  }
  for (const row of called) {
    const state = row.state === "declined" ? ("invited" as const) : row.state;
    await tx
      .update(attendance)
      .set({ invitation, state, version: row.version + 1 })
      .where(eq(attendance.id, row.id));
    await book({
      verb: "session.invite",
      subject: { kind: "attendance", id: row.id },
      before: { invitation: row.invitation, state: row.state },
      after: { invitation, state },
    });
  }
}
