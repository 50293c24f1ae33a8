import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { isOver } from "~/unit/holdingOver";
import { handoverItem } from "~db/schema";
import { findHandover } from "./findHandover.server";

/**
 * Takes note of everything that was handed over to the post one holds, by whoever left theirs. Refuses with `notFound`
 * where there is nothing for it, `notAllowed` for those who only stand in.
 */
export async function confirmHandover(
  actor: Actor,
  { holdingId }: { holdingId: string },
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const found = await findHandover(tx, holdingId);
    if (!found || !isOver(found.held, dayOf(now)) || found.held.personId === actor.personId)
      return refuse("notFound");
    const mine = and(eq(handoverItem.holdingId, holdingId), eq(handoverItem.postId, actor.postId));
    const [there] = await tx.select({ id: handoverItem.id }).from(handoverItem).where(mine).limit(1);
    if (!there) return refuse("notFound");
    if (actor.standsIn) return refuse("notAllowed");
    const noted = await tx
      .update(handoverItem)
      .set({ confirmedAt: now, confirmedByPersonId: actor.personId })
      .where(and(mine, isNull(handoverItem.confirmedAt)))
      .returning({ id: handoverItem.id });
    if (noted.length === 0) return refuse("changedMeanwhile");
    await book({
      verb: "unit.confirmHandover",
      subject: { kind: "post", id: found.held.postId },
      after: { personId: actor.personId, count: noted.length },
    });
    return done(null);
  });
}
