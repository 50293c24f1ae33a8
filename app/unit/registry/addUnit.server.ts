import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { keysOfUnit } from "~/unit/keepNameKeys.server";
import { unit } from "~db/schema";
import { mayKeepUnits } from "../permission";
import { unitColumns } from "./unitColumns.server";
import type { AddUnitInput } from "./unitForms";

/** Enters a new unit. Refuses like `unitColumns`. */
export async function addUnit(
  actor: Actor,
  input: AddUnitInput,
  now: string,
): Promise<Result<{ slug: string }>> {
  if (!mayKeepUnits(actor)) return refuse("notAllowed");
  const { kind, slug } = input;
  return change(actor, now, async (tx, book) => {
    const columns = await unitColumns(tx, input, { kind, slug });
    if (!columns.ok) return columns;
    const id = newId();
    await tx
      .insert(unit)
      .values({ id, kind, slug, ...columns.value, ...(await keysOfUnit(tx, columns.value.nameZh)) });
    await book({
      verb: "unit.addUnit",
      subject: { kind: "unit", id },
      after: { kind, slug, ...columns.value },
    });
    return done({ slug });
  });
}
