import { and, asc, eq } from "drizzle-orm";
import { nameOfUnit } from "~/i18n/names";
import { unitInForce } from "~/unit/unitInForce.server";
import { read } from "~db/read";
import { unit } from "~db/schema";
import type { PublicStreetName } from "./published";

/** Every street of the district, by name. */
export async function publicStreets(): Promise<PublicStreetName[]> {
  const rows = await read((db) =>
    db
      .select()
      .from(unit)
      .where(and(eq(unit.kind, "street"), unitInForce()))
      .orderBy(asc(unit.sortKey), asc(unit.id)),
  );
  return rows.map((row) => ({ slug: row.slug, name: nameOfUnit(row) }));
}
