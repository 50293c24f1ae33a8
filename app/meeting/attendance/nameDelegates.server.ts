import { and, eq } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import type { Queries } from "~db/connect";
import { attendance } from "~db/schema";
import { type Delegate, namedIn, wrongWith } from "./answer";
import { delegatesOf } from "./delegatesOf";
import { type FoundInvitation, findInvitation, isAnswerable } from "./findInvitation.server";

/** Who comes for a unit. */
export interface Answer {
  slug: string;
  attendanceId: string;
  people: readonly Delegate[];
}

/**
 * A unit says who comes; after declining, that it comes after all. What it answered before is replaced. The first
 * person stands in the row of the invitation, each further one in a row of their own, where the roll finds them.
 * Refuses with `notFound`, `notAllowed` for somebody else's invitation, `wrongStage` once the session is open or the
 * roll was called for it, `nobodyNamed`, `insteadOfWhom`, `whyInstead`, `headAsked`, `changedMeanwhile`.
 */
export async function nameDelegates(actor: Actor, input: Answer, now: string): Promise<Result<null>> {
  const people = namedIn(input.people);
  const result = await changeMeeting(actor, now, input.slug, async (tx, book, later) => {
    const found = await findInvitation(tx, actor, input);
    if (!found.ok) return found;
    const { invitation, named } = found.value;
    if (!isAnswerable(found.value)) return refuse("wrongStage");
    const wrong = wrongWith(people, invitation.asksFor);
    if (wrong) return { ok: false, refusal: wrong };
    if (!(await enter(tx, found.value, people, now))) return refuse("changedMeanwhile");
    await book({
      verb: "session.nameAttendee",
      subject: { kind: "attendance", id: invitation.id },
      before: { state: invitation.state, reason: invitation.reason, people: delegatesOf(named) },
      after: { state: "invited", reason: "", people },
    });
    await later(freshness, { kind: "attendance", slug: input.slug });
    return done(null);
  });
  if (!result.ok) return result;
  await accessChanged();
  return result;
}

async function enter(
  tx: Queries,
  { invitation }: FoundInvitation,
  [first, ...others]: readonly Delegate[],
  now: string,
): Promise<boolean> {
  const answered = { state: "invited" as const, reason: "", answeredAt: now };
  const changed = await tx
    .update(attendance)
    .set({ ...first, ...answered, version: invitation.version + 1 })
    .where(and(eq(attendance.id, invitation.id), eq(attendance.version, invitation.version)))
    .returning({ id: attendance.id });
  if (changed.length !== 1) return false;
  await tx.delete(attendance).where(eq(attendance.namedWith, invitation.id));
  const { meetingId, unitId, invitation: as, asksFor } = invitation;
  for (const person of others) {
    const called = { id: newId(), meetingId, unitId, invitation: as, asksFor, namedWith: invitation.id };
    await tx.insert(attendance).values({ ...called, ...person, ...answered });
  }
  return true;
}
