import { and, eq } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { attendance } from "~db/schema";
import { delegatesOf } from "./delegatesOf";
import { findInvitation, isAnswerable } from "./findInvitation.server";

/**
 * A unit declines to come, with its reason; the office sees it and may ask again. Whoever it had named besides the
 * first person no longer stands on the roll. Refuses with `notFound`, `notAllowed` for somebody else's invitation,
 * `wrongStage` once the session is open or the roll was called for it, `changedMeanwhile`.
 */
export async function decline(
  actor: Actor,
  input: { slug: string; attendanceId: string; reason: string },
  now: string,
): Promise<Result<null>> {
  const { slug, reason } = input;
  const result = await changeMeeting(actor, now, slug, async (tx, book, later) => {
    const found = await findInvitation(tx, actor, input);
    if (!found.ok) return found;
    const { invitation, named } = found.value;
    if (!isAnswerable(found.value)) return refuse("wrongStage");
    const changed = await tx
      .update(attendance)
      .set({ state: "declined", reason, answeredAt: now, version: invitation.version + 1 })
      .where(and(eq(attendance.id, invitation.id), eq(attendance.version, invitation.version)))
      .returning({ id: attendance.id });
    if (changed.length !== 1) return refuse("changedMeanwhile");
    await tx.delete(attendance).where(eq(attendance.namedWith, invitation.id));
    await book({
      verb: "session.decline",
      subject: { kind: "attendance", id: invitation.id },
      before: { state: invitation.state, reason: invitation.reason, people: delegatesOf(named) },
      after: { state: "declined", reason, people: delegatesOf([invitation]) },
    });
    await later(freshness, { kind: "attendance", slug });
    return done(null);
  });
  if (!result.ok) return result;
  await accessChanged();
  return result;
}
