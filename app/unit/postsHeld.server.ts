import { and, eq, isNull, type SQL } from "drizzle-orm";
import { holdingNow } from "~/access/holdingNow.server";
import type { Role } from "~/access/role";
import type { Name } from "~/i18n/language";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { holding, person, post, unit } from "~db/schema";

/** Somebody who stands in for whoever holds a post. */
export interface StandIn {
  name: string;
  /** Their last day; null where they stand in for as long as the post is vacant. */
  until: string | null;
}

/** A post with its unit and the people who hold it at an instant: nobody while it is vacant. */
export interface PostHeld {
  id: string;
  role: Role;
  title: Name;
  unit: { id: string; slug: string; name: Name };
  holders: string[];
  /** Who stands in for them, or while there is nobody. */
  standIns: StandIn[];
}

/**
 * Posts that are not closed with their holders at an instant, in the order they were entered.
 * @param which conditions on `post` and `unit`
 */
export async function postsHeld(db: Queries, now: string, which?: SQL): Promise<PostHeld[]> {
  const rows = await db
    .select({ post, unit, holder: person.name, capacity: holding.capacity, until: holding.toDay })
    .from(post)
    .innerJoin(unit, eq(unit.id, post.unitId))
    .leftJoin(holding, and(eq(holding.postId, post.id), holdingNow(now)))
    .leftJoin(person, eq(person.id, holding.personId))
    .where(and(isNull(post.closedAt), which))
    .orderBy(post.id, holding.fromDay, person.sortKey);
  const posts = new Map<string, PostHeld>();
  for (const { post: row, unit: of, holder, capacity, until } of rows) {
    const known = posts.get(row.id) ?? {
      id: row.id,
      role: row.role,
      title: titleOfPost(row),
      unit: { id: of.id, slug: of.slug, name: nameOfUnit(of) },
      holders: [],
      standIns: [],
    };
    if (holder && capacity === "substitute") known.standIns.push({ name: holder, until });
    else if (holder) known.holders.push(holder);
    posts.set(row.id, known);
  }
  return [...posts.values()];
}
