import { and, eq, gt, gte, isNull, ne, or } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import { tellSecurity } from "~/access/securityEvent";
import { dayOf } from "~/calendar/day";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { holding, person, post } from "~db/schema";
import { type LeavePostInput, leavePostForm } from "./holdingForms";
import { mayAppoint } from "./permission";

/**
 * Ends somebody's time in a post, with what they hand over to the next: at this minute where the last day is today
 * or past, otherwise when that day ends. A day still ahead can be brought forward. Refuses with `leftAlready`,
 * `leavesBeforeItBegan` at `toDay`, `lastAdministrator`.
 */
export async function leavePost(
  actor: Actor,
  input: LeavePostInput,
  now: string,
): Promise<Result<{ postId: string }>> {
  if (!mayAppoint(actor)) return refuse("notAllowed");
  const parsed = leavePostForm.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  const { holdingId, toDay, handover } = parsed.data;
  const result = await change(actor, now, async (tx, book) => {
    const found = await loadHolding(tx, holdingId);
    if (!found) return refuse("notFound");
    const { held, role, account } = found;
    const today = dayOf(now);
    if (held.leftAt !== null || (held.toDay !== null && (held.toDay < today || toDay >= held.toDay)))
      return refuse("leftAlready");
    if (toDay < held.fromDay) return refuse("leavesBeforeItBegan", { field: "toDay" });
    if (role === "admin" && !(await anotherAdministrator(tx, held.id, { toDay, today })))
      return refuse("lastAdministrator");
    const changed = await tx
      .update(holding)
      .set({ toDay, handover, leftAt: toDay <= today ? now : null })
      .where(and(eq(holding.id, held.id), isNull(holding.leftAt)))
      .returning({ id: holding.id });
    if (changed.length !== 1) return refuse("changedMeanwhile");
    await book({
      verb: "unit.leavePost",
      subject: { kind: "post", id: held.postId },
      before: { personId: held.personId, toDay: held.toDay },
      after: { personId: held.personId, toDay, handover },
    });
    return done({ postId: held.postId, personId: held.personId, account });
  });
  if (!result.ok) return result;
  const { postId, personId, account } = result.value;
  tellSecurity({ event: "postLeft", at: now, account, by: actor.account, about: postId });
  await accessChanged(personId);
  return done({ postId });
}

async function loadHolding(tx: Queries, id: string) {
  const [row] = await tx
    .select({ held: holding, role: post.role, account: person.account })
    .from(holding)
    .innerJoin(post, eq(post.id, holding.postId))
    .innerJoin(person, eq(person.id, holding.personId))
    .where(eq(holding.id, id))
    .limit(1);
  return row;
}

// Without one nobody could appoint the next.
async function anotherAdministrator(
  tx: Queries,
  holdingId: string,
  { toDay, today }: { toDay: string; today: string },
): Promise<boolean> {
  const [other] = await tx
    .select({ id: holding.id })
    .from(holding)
    .innerJoin(post, eq(post.id, holding.postId))
    .where(
      and(
        eq(post.role, "admin"),
        ne(holding.id, holdingId),
        isNull(holding.leftAt),
        or(isNull(holding.toDay), and(gt(holding.toDay, toDay), gte(holding.toDay, today))),
      ),
    )
    .limit(1);
  return other !== undefined;
}
