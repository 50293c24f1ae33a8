import { and, eq, isNull, or } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { mayKeepUnits } from "~/unit/permission";
import type { Queries } from "~db/connect";
import { unit } from "~db/schema";
import { moveEverything } from "./moveEverything.server";
import { openOfUnit, recordsBeingWritten } from "./openOfUnit.server";
import { mayClose } from "./permission";

/**
 * Merges a unit into another one of its kind, in one act: everything open goes over, with its posts and whoever holds
 * them. Its row is closed and keeps its name for what was issued with it. Refuses with `notFound`, `notAllowed`,
 * `unitClosed`, `mergeOtherKind` at `into`, `recordBeingWritten`, `listsDiffer`.
 */
export async function mergeUnits(
  actor: Actor,
  { slug, into }: { slug: string; into: string },
  now: string,
): Promise<Result<{ slug: string }>> {
  if (!mayKeepUnits(actor)) return refuse("notAllowed");
  const result = await change(actor, now, async (tx, book) => {
    const pair = await pairOf(tx, actor, slug, into);
    if (!pair.ok) return pair;
    const { from, to } = pair.value;
    if ((await recordsBeingWritten(tx, from.id)) > 0) return refuse("recordBeingWritten");
    const count = (await openOfUnit(tx, from)).reduce((sum, { things }) => sum + things.length, 0);
    // First: only then do its problems let themselves be moved.
    await tx
      .update(unit)
      .set({ closedAt: now, mergedInto: to.id, version: from.version + 1 })
      .where(and(eq(unit.id, from.id), isNull(unit.closedAt)));
    // Whoever follows the name of a unit that was merged into this one goes on to the last.
    await tx.update(unit).set({ mergedInto: to.id }).where(eq(unit.mergedInto, from.id));
    const lists = await moveEverything(tx, { from: from.id, to: to.id, now });
    if (!lists.ok) return lists;
    await book({
      verb: "unit.mergeUnit",
      subject: { kind: "unit", id: from.id },
      after: { mergedInto: to.id, count },
    });
    return done({ slug: to.slug });
  });
  // The posts that went over have the rights of their new unit from now on.
  if (result.ok) await accessChanged();
  return result;
}

async function pairOf(tx: Queries, actor: Actor, slug: string, into: string) {
  const rows = await tx
    .select()
    .from(unit)
    .where(or(eq(unit.slug, slug), eq(unit.slug, into)));
  const from = rows.find((row) => row.slug === slug);
  const to = rows.find((row) => row.slug === into);
  if (!from) return refuse("notFound");
  if (!mayClose(actor, from)) return refuse("notAllowed");
  if (from.closedAt !== null) return refuse("unitClosed");
  if (!to || to.closedAt !== null || to.kind !== from.kind || to.id === from.id)
    return refuse("mergeOtherKind", { field: "into" });
  return done({ from, to });
}
