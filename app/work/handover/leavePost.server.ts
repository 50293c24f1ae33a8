import { and, eq, gt, gte, inArray, isNull, ne, or } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { addDays, dayOf } from "~/calendar/day";
import { type Book, change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { endAsDeputy, letDeputyStandIn } from "~/unit/letDeputyStandIn.server";
import { mayAppoint } from "~/unit/permission";
import { type HeldChange, tellHeld } from "~/unit/tellHeld.server";
import type { Queries } from "~db/connect";
import { handoverItem, holding, person, post } from "~db/schema";
import { type LeavePostInput, leavePostForm } from "./handoverForms";
import { openWork } from "./openWork.server";

/**
 * Ends somebody's time in a post, with what they hand over to the next: at this minute where the last day is today
 * or past, otherwise when that day ends. A day still ahead can be brought forward. Nobody leaves before it is said of each
 * open thing where it goes. Whoever is named as deputy stands in from then on. Refuses with `leftAlready`,
 * `leavesBeforeItBegan` at `toDay`, `lastAdministrator`, `handoverIncomplete`.
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
    if ((await unsaid(tx, held, now)) > 0) return refuse("handoverIncomplete");
    const leftAt = toDay <= today ? now : null;
    const changed = await tx
      .update(holding)
      .set({ toDay, handover, leftAt })
      .where(and(eq(holding.id, held.id), isNull(holding.leftAt)))
      .returning({ id: holding.id });
    if (changed.length !== 1) return refuse("changedMeanwhile");
    await book({
      verb: "unit.leavePost",
      subject: { kind: "post", id: held.postId },
      before: { personId: held.personId, toDay: held.toDay },
      after: { personId: held.personId, toDay, handover },
    });
    const { postId, personId } = held;
    const others = await letOthersStandIn(tx, book, held, { toDay, leftAt, now });
    return done({ postId, held: [{ event: "postLeft" as const, personId, account, postId }, ...others] });
  });
  if (!result.ok) return result;
  await tellHeld(result.value.held, { by: actor.account, now });
  return done({ postId: result.value.postId });
}

/** How many open things there are of which nobody has said where they go; what was said of things done since is let go. */
async function unsaid(tx: Queries, held: typeof holding.$inferSelect, now: string): Promise<number> {
  const open = (await openWork(tx, held.id, now)).map(({ key }) => key);
  const of = eq(handoverItem.holdingId, held.id);
  const said = (await tx.select({ key: handoverItem.key }).from(handoverItem).where(of)).map(
    ({ key }) => key,
  );
  const over = said.filter((key) => !open.includes(key));
  if (over.length > 0) await tx.delete(handoverItem).where(and(of, inArray(handoverItem.key, over)));
  return open.filter((key) => !said.includes(key)).length;
}

/** The deputy of the post that is left begins, and what its holder did as deputy of others ends with it. */
async function letOthersStandIn(
  tx: Queries,
  book: Book,
  { postId, personId }: typeof holding.$inferSelect,
  { toDay, leftAt, now }: { toDay: string; leftAt: string | null; now: string },
): Promise<HeldChange[]> {
  const left = await endAsDeputy(tx, { viaPostId: postId, personId, toDay, leftAt });
  const fromDay = leftAt ? dayOf(now) : addDays(toDay, 1);
  const deputy = await letDeputyStandIn(tx, book, { postId, now, fromDay });
  return deputy ? [...left, deputy] : left;
}

async function loadHolding(tx: Queries, id: string) {
  const [row] = await tx
    .select({ held: holding, role: post.role, account: person.account })
    .from(holding)
    .innerJoin(post, eq(post.id, holding.postId))
    .innerJoin(person, eq(person.id, holding.personId))
    .where(and(eq(holding.id, id), eq(holding.capacity, "holder")))
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
        eq(holding.capacity, "holder"),
        ne(holding.id, holdingId),
        isNull(holding.leftAt),
        or(isNull(holding.toDay), and(gt(holding.toDay, toDay), gte(holding.toDay, today))),
      ),
    )
    .limit(1);
  return other !== undefined;
}
