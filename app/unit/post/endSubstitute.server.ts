import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { holding, person } from "~db/schema";
import { isOver } from "../holdingOver";
import { mayAppoint } from "../permission";
import { tellHeld } from "../tellHeld.server";

/** Ends somebody's standing in at this minute, or before it has begun. Refuses with `notFound`, `leftAlready`. */
export async function endSubstitute(
  actor: Actor,
  { holdingId }: { holdingId: string },
  now: string,
): Promise<Result<{ postId: string }>> {
  if (!mayAppoint(actor)) return refuse("notAllowed");
  const result = await change(actor, now, async (tx, book) => {
    const [found] = await tx
      .select({ held: holding, account: person.account })
      .from(holding)
      .innerJoin(person, eq(person.id, holding.personId))
      .where(and(eq(holding.id, holdingId), eq(holding.capacity, "substitute")));
    if (!found) return refuse("notFound");
    const { held, account } = found;
    const today = dayOf(now);
    if (isOver(held, today)) return refuse("leftAlready");
    const changed = await tx
      .update(holding)
      .set({ toDay: today, leftAt: now })
      .where(and(eq(holding.id, holdingId), isNull(holding.leftAt)))
      .returning({ id: holding.id });
    if (changed.length !== 1) return refuse("changedMeanwhile");
    const { personId, postId } = held;
    await book({
      verb: "unit.endSubstitute",
      subject: { kind: "post", id: postId },
      before: { personId, toDay: held.toDay },
      after: { personId, toDay: today },
      told: true,
    });
    return done({ postId, personId, account });
  });
  if (!result.ok) return result;
  const { postId, personId, account } = result.value;
  await tellHeld([{ event: "postLeft", personId, account, postId }], { by: actor.account, now });
  return done({ postId });
}
