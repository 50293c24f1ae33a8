import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { blockedDays, post } from "~db/schema";
import type { BlockDaysInput } from "./blockedForm";
import { canBlock, seesBlocked } from "./permission";

/**
 * Enters days on which a leader cannot take the chair. The ledger says which days, not why: that is read by the office
 * and by whoever holds the post. Refuses with `notFound` for whom there is nothing of the kind, `invalid`, `dayPast`.
 */
export async function blockDays(
  actor: Actor,
  { postId, fromDay, toDay, reason }: BlockDaysInput,
  now: string,
): Promise<Result<null>> {
  if (!seesBlocked(actor)) return refuse("notFound");
  if (!canBlock(actor, postId)) return refuse("notAllowed");
  if (toDay < dayOf(now)) return refuse("dayPast", { field: "toDay" });
  return change(actor, now, async (tx, book) => {
    const leaders = and(eq(post.id, postId), eq(post.role, "leader"));
    const [held] = await tx.select({ id: post.id }).from(post).where(leaders);
    if (!held) return refuse("invalid", { field: "postId" });
    await tx.insert(blockedDays).values({ id: newId(), postId, fromDay, toDay, reason });
    const after = { firstDay: fromDay, lastDay: toDay };
    await book({ verb: "plan.blockDays", subject: { kind: "post", id: postId }, after });
    return done(null);
  });
}
