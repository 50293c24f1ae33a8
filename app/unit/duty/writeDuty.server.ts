import { and, eq, inArray } from "drizzle-orm";
import type { Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import type { Queries } from "~db/connect";
import { dutyAssistingUnit, dutyItem, unit } from "~db/schema";
import type { Duty } from "./duty";
import type { DutyValues } from "./dutyForm";

const textsOf = ({ assistingUnitIds: _, unitId, ...texts }: DutyValues) => ({
  ...texts,
  unitId: unitId || null,
});

/** What an item says, as a form would say it. */
export function valuesOf(duty: Duty): DutyValues {
  const { list, number, matter, problemClass, basis, places, departmentDoes, streetDoes } = duty;
  return {
    ...{ list, number, matter, problemClass, basis, places, departmentDoes, streetDoes },
    unitId: duty.unit?.id,
    assistingUnitIds: duty.assisting.map(({ id }) => id),
  };
}

/** Whether an item already says what it is to say. */
export function saysSame(duty: Duty, values: DutyValues): boolean {
  const of = (one: DutyValues) => JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
  return (
    of({ ...valuesOf(duty), unitId: duty.unit?.id ?? "" }) === of({ ...values, unitId: values.unitId ?? "" })
  );
}

/** Enters an item into its list; false where another one has its number there. */
export async function insertDuty(tx: Queries, book: Book, values: DutyValues): Promise<boolean> {
  const id = newId();
  const entered = await tx
    .insert(dutyItem)
    .values({ id, ...textsOf(values) })
    .onConflictDoNothing()
    .returning({ id: dutyItem.id });
  if (entered.length !== 1) return false;
  await setAssisting(tx, id, values.assistingUnitIds);
  await book({ verb: "duty.add", subject: { kind: "duty", id }, after: values });
  return true;
}

/** Changes an item as it was read; false where somebody was faster. One that had ended is on its list again. */
export async function updateDuty(tx: Queries, book: Book, duty: Duty, values: DutyValues): Promise<boolean> {
  const changed = await tx
    .update(dutyItem)
    .set({ ...textsOf(values), endedAt: null, version: duty.version + 1 })
    .where(and(eq(dutyItem.id, duty.id), eq(dutyItem.version, duty.version)))
    .returning({ id: dutyItem.id });
  if (changed.length !== 1) return false;
  await setAssisting(tx, duty.id, values.assistingUnitIds);
  const before = valuesOf(duty);
  const fields = (Object.keys(values) as (keyof DutyValues)[]).filter(
    (field) => JSON.stringify(before[field] ?? "") !== JSON.stringify(values[field] ?? ""),
  );
  const only = (one: DutyValues) => Object.fromEntries(fields.map((field) => [field, one[field]]));
  await book({
    verb: "duty.edit",
    subject: { kind: "duty", id: duty.id },
    before: only(before),
    after: only(values),
  });
  return true;
}

async function setAssisting(tx: Queries, dutyItemId: string, unitIds: readonly string[]): Promise<void> {
  await tx.delete(dutyAssistingUnit).where(eq(dutyAssistingUnit.dutyItemId, dutyItemId));
  for (const [place, unitId] of [...new Set(unitIds)].entries())
    await tx.insert(dutyAssistingUnit).values({ dutyItemId, unitId, place });
}

/**
 * The field that names a unit which cannot answer for anything, or is closed; undefined where none does.
 * @param was the item as it is: a unit that was closed since stays where it stands
 */
export async function badDutyUnit(
  tx: Queries,
  values: DutyValues,
  was?: Duty,
): Promise<keyof DutyValues | undefined> {
  const ids = [values.unitId, ...values.assistingUnitIds].filter((id): id is string => Boolean(id));
  if (ids.length === 0) return undefined;
  const rows = await tx.select().from(unit).where(inArray(unit.id, ids));
  const stood = new Set([was?.unit?.id, ...(was?.assisting ?? []).map(({ id }) => id)]);
  const may = new Set(
    rows
      .filter(({ kind }) => kind !== "district" && kind !== "community")
      .filter(({ id, closedAt }) => closedAt === null || stood.has(id))
      .map(({ id }) => id),
  );
  if (values.unitId && !may.has(values.unitId)) return "unitId";
  return values.assistingUnitIds.every((id) => may.has(id)) ? undefined : "assistingUnitIds";
}
