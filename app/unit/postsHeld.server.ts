import { and, eq, gt, gte, isNull, lte, or, type SQL } from "drizzle-orm";
import type { Role } from "~/access/role";
import type { Name } from "~/i18n/language";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { holding, person, post, unit } from "~db/schema";

/** A post with its unit and the people who hold it on a day: nobody while it is vacant. */
export interface PostHeld {
  id: string;
  role: Role;
  title: Name;
  unit: { id: string; slug: string; name: Name };
  holders: string[];
}

/**
 * Posts with their holders on `day`, in the order they were installed; who has left that day is not among them.
 * @param which conditions on `post` and `unit`
 */
export async function postsHeld(db: Queries, day: string, which?: SQL): Promise<PostHeld[]> {
  const rows = await db
    .select({ post, unit, holder: person.name })
    .from(post)
    .innerJoin(unit, eq(unit.id, post.unitId))
    .leftJoin(
      holding,
      and(
        eq(holding.postId, post.id),
        lte(holding.fromDay, day),
        or(isNull(holding.toDay), gte(holding.toDay, day)),
        or(isNull(holding.leftAt), gt(holding.toDay, day)),
      ),
    )
    .leftJoin(person, eq(person.id, holding.personId))
    .where(which)
    .orderBy(post.id, holding.fromDay);
  const posts = new Map<string, PostHeld>();
  for (const { post: row, unit: of, holder } of rows) {
    const known = posts.get(row.id) ?? {
      id: row.id,
      role: row.role,
      title: titleOfPost(row),
      unit: { id: of.id, slug: of.slug, name: nameOfUnit(of) },
      holders: [],
    };
    if (holder) known.holders.push(holder);
    posts.set(row.id, known);
  }
  return [...posts.values()];
}
