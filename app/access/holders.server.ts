import { asc, eq, type SQL } from "drizzle-orm";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { holding, person, post, unit } from "~db/schema";
import type { Holder } from "./holder";

/** The people in posts for whom a condition over `holding` and `post` holds, in the order of units, then of names. */
export async function holdersWhere(db: Queries, where: SQL | undefined): Promise<Holder[]> {
  const rows = await db
    .select({ id: holding.id, person, post, unit })
    .from(holding)
    .innerJoin(person, eq(person.id, holding.personId))
    .innerJoin(post, eq(post.id, holding.postId))
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(where)
    .orderBy(asc(unit.sortKey), asc(unit.id), asc(person.sortKey), asc(post.id), asc(holding.id));
  return rows.map((row) => ({
    id: row.id,
    personId: row.person.id,
    postId: row.post.id,
    name: row.person.name,
    title: titleOfPost(row.post),
    unit: nameOfUnit(row.unit),
  }));
}
