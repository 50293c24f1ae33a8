import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import { keysOfUnit } from "~/unit/keepNameKeys.server";
import { unit } from "~db/schema";
import { mayKeepUnits } from "../permission";
import { unitColumns } from "./unitColumns.server";
import type { ChangeUnitInput } from "./unitForms";

/**
 * Changes what a unit is called, where it is found, a street's code or a community's street. What was issued keeps the
 * names it was issued with. Refuses with `notFound`, `unitClosed`, `changedMeanwhile` and like `unitColumns`.
 */
export async function changeUnit(
  actor: Actor,
  input: ChangeUnitInput,
  now: string,
): Promise<Result<{ slug: string }>> {
  if (!mayKeepUnits(actor)) return refuse("notAllowed");
  const { slug } = input;
  return change(actor, now, async (tx, book) => {
    const [found] = await tx.select().from(unit).where(eq(unit.slug, slug));
    if (!found) return refuse("notFound");
    if (found.closedAt !== null) return refuse("unitClosed");
    const subject = { kind: "unit", id: found.id };
    if (found.version !== input.version) return overtaken(tx, subject);
    const columns = await unitColumns(tx, input, { kind: found.kind, slug, own: found.id });
    if (!columns.ok) return columns;
    // Only a community is moved; what else lies under the district or a street stays there.
    const next = found.kind === "community" ? columns.value : { ...columns.value, parentId: found.parentId };
    const changed = await tx
      .update(unit)
      .set({ ...next, ...(await keysOfUnit(tx, next.nameZh)), version: found.version + 1 })
      .where(and(eq(unit.id, found.id), eq(unit.version, input.version)))
      .returning({ id: unit.id });
    if (changed.length !== 1) return overtaken(tx, subject);
    const { nameZh, nameEn, shortZh, contactZh, contactEn, code, parentId } = found;
    await book({
      verb: "unit.changeUnit",
      subject,
      before: { nameZh, nameEn, shortZh, contactZh, contactEn, code, parentId },
      after: next,
    });
    return done({ slug });
  });
}
