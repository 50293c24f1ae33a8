import { eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { unit } from "~db/schema";
import { readPlace } from "./nameReading.server";
import type { UnitChoice } from "./unitMatch";

/** Units as they can be typed: each with the readings of its names. */
export async function unitChoices<Unit extends Omit<UnitChoice, "read">>(
  db: Queries,
  units: readonly Unit[],
): Promise<(Unit & UnitChoice)[]> {
  const [district] = await db.select({ name: unit.nameZh }).from(unit).where(eq(unit.kind, "district"));
  return units.map((one) => ({
    ...one,
    read: {
      name: readPlace(one.name.zh),
      short: readPlace(one.shortZh),
      lead: leadOf(one.name.zh, district?.name),
    },
  }));
}

/** How many characters of a name are its district's: 3 of 云川区水务局, whose district is 云川区人民政府. */
function leadOf(name: string, district = ""): number {
  const signs = [...name];
  const at = signs.findIndex((sign, index) => sign !== [...district][index]);
  return at < 2 ? 0 : at;
}
