import { eq } from "drizzle-orm";
import { nameOfUnit } from "~/i18n/names";
import { districtIn, readPlace } from "~/unit/nameReading.server";
import type { Queries } from "~db/connect";
import { unit } from "~db/schema";
import type { UnitChoice } from "./unitMatch";

/** Units as they can be typed: each with the readings of its names. */
export async function unitChoices<Unit extends Omit<UnitChoice, "read" | "id">>(
  db: Queries,
  units: readonly Unit[],
): Promise<(Unit & Pick<UnitChoice, "read">)[]> {
  const [district] = await db.select({ name: unit.nameZh }).from(unit).where(eq(unit.kind, "district"));
  return units.map((one) => ({
    ...one,
    read: {
      name: readPlace(one.name.zh),
      short: readPlace(one.shortZh),
      lead: districtIn(one.name.zh, district?.name),
    },
  }));
}

/** The same of rows as they lie in the database. */
export function typedUnits(db: Queries, rows: readonly (typeof unit.$inferSelect)[]): Promise<UnitChoice[]> {
  return unitChoices(
    db,
    rows.map((row) => ({ id: row.id, name: nameOfUnit(row), shortZh: row.shortZh })),
  );
}
