import { and, eq, inArray } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import type { Book } from "~/ledger/change.server";
import { freshness } from "~/ledger/freshness";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { AskedFor, OfferedClass } from "~/meeting/conduct/attendance";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { unitInForce } from "~/unit/unitInForce.server";
import type { Queries } from "~db/connect";
import { attendance, unit } from "~db/schema";

/** Units to call, and how strongly. */
export interface Invitations {
  slug: string;
  invitations: readonly CalledUnit[];
}

interface CalledUnit {
  unitId: string;
  invitation: OfferedClass;
  /** Whom of it; left out, whom it was asked for before. */
  asksFor?: AskedFor;
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
  const result = await changeMeeting(actor, now, input.slug, async (tx, book, later) => {
    const meeting = await meetingToHold(tx, actor, input.slug, ["agenda", "inSession"]);
    if (!meeting.ok) return meeting;
    const wanted = new Map(input.invitations.map((one) => [one.unitId, one]));
    if (wanted.size === 0) return refuse("invalid", { field: "unitId" });
    const known = await tx
      .select({ id: unit.id })
      .from(unit)
      .where(and(inArray(unit.id, [...wanted.keys()]), unitInForce()));
    if (known.length !== wanted.size) return refuse("invalid", { field: "unitId" });
    for (const one of wanted.values()) await invite(tx, book, meeting.value.id, one);
    await later(freshness, { kind: "attendance", slug: input.slug });
    return done({ invited: wanted.size });
  });
  if (!result.ok) return result;
  // Whoever is invited may write in the record from now on.
  await accessChanged();
  return result;
}

async function invite(tx: Queries, book: Book, meetingId: string, called: CalledUnit) {
  const { unitId, invitation, asksFor } = called;
  const rows = await tx
    .select()
    .from(attendance)
    .where(and(eq(attendance.meetingId, meetingId), eq(attendance.unitId, unitId)));
  const callable = rows.filter((row) => row.invitation !== "chair");
  if (callable.length === 0) {
    const row = { id: newId(), meetingId, ...called };
    await tx.insert(attendance).values(row);
    const subject = { kind: "attendance", id: row.id };
    await book({ verb: "session.invite", subject, after: row, told: true });
  }
  for (const row of callable) {
    const state = row.state === "declined" ? ("invited" as const) : row.state;
    await tx
      .update(attendance)
      .set({ invitation, asksFor, state, version: row.version + 1 })
      .where(eq(attendance.id, row.id));
    await book({
      verb: "session.invite",
      subject: { kind: "attendance", id: row.id },
      before: { invitation: row.invitation, asksFor: row.asksFor, state: row.state },
      after: { invitation, asksFor: asksFor ?? row.asksFor, state },
      told: true,
    });
  }
}
