import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { holding, post, unit } from "~db/schema";
import { isOver } from "../holdingOver";
import { mayAppoint } from "../permission";

/**
 * Closes a post in which there is nobody, nor will be. What it did stays in its name. Refuses with `notFound`,
 * `postClosed`, `postStillHeld`.
 */
export async function closePost(
  actor: Actor,
  { postId }: { postId: string },
  now: string,
): Promise<Result<{ slug: string }>> {
  if (!mayAppoint(actor)) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const [found] = await tx
      .select({ post, slug: unit.slug })
      .from(post)
      .innerJoin(unit, eq(unit.id, post.unitId))
      .where(eq(post.id, postId));
    if (!found) return refuse("notFound");
    if (found.post.closedAt !== null) return refuse("postClosed");
    const held = await tx.select().from(holding).where(eq(holding.postId, postId));
    if (held.some((one) => !isOver(one, dayOf(now)))) return refuse("postStillHeld");
    const closed = await tx
      .update(post)
      .set({ closedAt: now, deputyPostId: null, version: found.post.version + 1 })
      .where(and(eq(post.id, postId), isNull(post.closedAt)))
      .returning({ id: post.id });
    if (closed.length !== 1) return refuse("changedMeanwhile");
    await tx.update(post).set({ deputyPostId: null }).where(eq(post.deputyPostId, postId));
    await book({ verb: "unit.closePost", subject: { kind: "post", id: postId }, after: { closedAt: now } });
    return done({ slug: found.slug });
  });
}
