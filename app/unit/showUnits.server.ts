import { asc } from "drizzle-orm";
import type { Name } from "~/i18n/language";
import { nameOfUnit } from "~/i18n/names";
import { read } from "~db/read";
import { unit } from "~db/schema";
import { type PostHeld, postsHeld } from "./postsHeld.server";
import type { UnitKind } from "./unit";
import { unitInForce } from "./unitInForce.server";

/** A unit in the directory, with its posts and, of a street, its communities. */
export interface UnitListed {
  slug: string;
  kind: UnitKind;
  name: Name;
  contact: Name;
  posts: PostHeld[];
  communities: UnitListed[];
}

/** The district's units as a tree: everything but communities at the top, by name. */
export async function showUnits(now: string): Promise<{ units: UnitListed[] }> {
  return read(async (db) => {
    const rows = await db.select().from(unit).where(unitInForce()).orderBy(asc(unit.sortKey), asc(unit.id));
    const posts = await postsHeld(db, now);
    const listed = (row: typeof unit.$inferSelect): UnitListed => ({
      slug: row.slug,
      kind: row.kind,
      name: nameOfUnit(row),
      contact: { zh: row.contactZh, en: row.contactEn },
      posts: posts.filter((post) => post.unit.id === row.id),
      communities: rows
        .filter((other) => other.kind === "community" && other.parentId === row.id)
        .map(listed),
    });
    return { units: rows.filter((row) => row.kind !== "community").map(listed) };
  });
}
