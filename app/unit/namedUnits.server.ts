import { and, asc, eq, inArray } from "drizzle-orm";
import type { Name } from "~/i18n/language";
import { nameOfUnit } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { unit } from "~db/schema";
import type { UnitKind } from "./unit";
import { unitInForce } from "./unitInForce.server";

/** A unit as a page names it. */
export interface NamedUnit {
  id: string;
  slug: string;
  kind: UnitKind;
  name: Name;
  shortZh: string;
}

const toNamed = (row: typeof unit.$inferSelect): NamedUnit => ({
  id: row.id,
  slug: row.slug,
  kind: row.kind,
  name: nameOfUnit(row),
  shortZh: row.shortZh,
});

/** The units of these ids, by id. */
export async function unitsById(
  db: Queries,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, NamedUnit>> {
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))];
  const found = new Map<string, NamedUnit>();
  for (let at = 0; at < wanted.length; at += 500) {
    const rows = await db
      .select()
      .from(unit)
      .where(inArray(unit.id, wanted.slice(at, at + 500)));
    for (const row of rows) found.set(row.id, toNamed(row));
  }
  return found;
}

/** Units that a problem can concern or that can hold the power it needs. */
export async function concernableUnits(db: Queries): Promise<NamedUnit[]> {
  const rows = await db
    .select()
    .from(unit)
    .where(and(inArray(unit.kind, ["department", "utility", "contractor", "street"]), unitInForce()))
    .orderBy(asc(unit.kind), asc(unit.sortKey), asc(unit.id));
  return rows.map(toNamed);
}

/** The communities of a street. */
export async function communitiesOf(db: Queries, streetId: string): Promise<NamedUnit[]> {
  const rows = await db
    .select()
    .from(unit)
    .where(and(eq(unit.parentId, streetId), unitInForce()))
    .orderBy(asc(unit.sortKey), asc(unit.id));
  return rows.filter((row) => row.kind === "community").map(toNamed);
}

/** A street by its slug. */
export async function findStreet(db: Queries, slug: string): Promise<NamedUnit | undefined> {
  const [row] = await db.select().from(unit).where(eq(unit.slug, slug)).limit(1);
  return row?.kind === "street" ? toNamed(row) : undefined;
}

/** All streets, by name. */
export async function allStreets(db: Queries): Promise<NamedUnit[]> {
  const rows = await db
    .select()
    .from(unit)
    .where(and(eq(unit.kind, "street"), unitInForce()))
    .orderBy(asc(unit.sortKey), asc(unit.id));
  return rows.map(toNamed);
}
