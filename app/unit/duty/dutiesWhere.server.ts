import { asc, inArray, type SQL, sql } from "drizzle-orm";
import { dutyLists, dutyRef } from "~/unit/dutyList";
import { type NamedUnit, unitsById } from "~/unit/namedUnits.server";
import type { Queries } from "~db/connect";
import { dutyAssistingUnit, dutyItem } from "~db/schema";
import type { Duty } from "./duty";

const atOnce = 500;

/** The place of a list among the lists. */
const listOrder = sql.join(
  [sql`case ${dutyItem.list}`, ...dutyLists.map((list, at) => sql`when ${list} then ${at}`), sql`end`],
  sql` `,
);

/** Items of the duty lists that `which` keeps, list by list in the order of their numbers. */
export async function dutiesWhere(db: Queries, which: SQL | undefined): Promise<Duty[]> {
  const rows = await db.select().from(dutyItem).where(which).orderBy(listOrder, asc(dutyItem.number));
  const assisting = await assistingOf(
    db,
    rows.map(({ id }) => id),
  );
  const ids = [...rows.map(({ unitId }) => unitId), ...[...assisting.values()].flat()];
  const units = await unitsById(db, ids);
  const named = (id: string): NamedUnit[] => [units.get(id)].filter((unit) => unit !== undefined);
  return rows.map(({ unitId, ...row }) => ({
    ...row,
    ref: dutyRef(row),
    unit: (unitId && units.get(unitId)) || null,
    assisting: (assisting.get(row.id) ?? []).flatMap(named),
  }));
}

/** The units that assist with each of these items, by item. */
async function assistingOf(db: Queries, ids: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (let at = 0; at < ids.length; at += atOnce) {
    const rows = await db
      .select()
      .from(dutyAssistingUnit)
      .where(inArray(dutyAssistingUnit.dutyItemId, ids.slice(at, at + atOnce)))
      .orderBy(asc(dutyAssistingUnit.place));
    for (const { dutyItemId, unitId } of rows)
      found.set(dutyItemId, [...(found.get(dutyItemId) ?? []), unitId]);
  }
  return found;
}
