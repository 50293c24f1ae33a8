import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { mayKeepUnits } from "~/unit/permission";
import { unit } from "~db/schema";
import { openOfUnit } from "./openOfUnit.server";
import { mayClose } from "./permission";

/**
 * Closes a unit of which nothing is open any more. Refuses with `notFound`, `notAllowed`, `unitClosed`, `unitHasOpenWork`
 * with how much there is.
 */
export async function closeUnit(
  actor: Actor,
  { slug }: { slug: string },
  now: string,
): Promise<Result<{ slug: string }>> {
  if (!mayKeepUnits(actor)) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const [found] = await tx.select().from(unit).where(eq(unit.slug, slug));
    if (!found) return refuse("notFound");
    if (!mayClose(actor, found)) return refuse("notAllowed");
    if (found.closedAt !== null) return refuse("unitClosed");
    const open = await openOfUnit(tx, found);
    const count = open.reduce((sum, { things }) => sum + things.length, 0);
    if (count > 0) return refuse("unitHasOpenWork", { values: { count } });
    const closed = await tx
      .update(unit)
      .set({ closedAt: now, version: found.version + 1 })
      .where(and(eq(unit.id, found.id), isNull(unit.closedAt)))
      .returning({ id: unit.id });
    if (closed.length !== 1) return refuse("changedMeanwhile");
    await book({ verb: "unit.closeUnit", subject: { kind: "unit", id: found.id }, after: { closedAt: now } });
    return done({ slug });
  });
}
