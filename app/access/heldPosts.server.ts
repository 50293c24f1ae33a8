import { and, eq, gte, isNull, lte, or } from "drizzle-orm";
import { read } from "~db/read";
import { holding, post, unit } from "~db/schema";
import { nameOfUnit, titleOfPost } from "./names";
import type { Role } from "./role";

/** A post somebody holds, with the unit it belongs to. */
export interface HeldPost {
  id: string;
  role: Role;
  title: { zh: string; en: string };
  unitId: string;
  unitName: { zh: string; en: string };
  streetId: string | null;
}

/** The posts a person holds on `day` (YYYY-MM-DD, both ends of a holding inclusive), oldest holding first. */
export async function heldPosts(personId: string, day: string): Promise<HeldPost[]> {
  const rows = await read((db) =>
    db
      .select({ post, unit })
      .from(holding)
      .innerJoin(post, eq(post.id, holding.postId))
      .innerJoin(unit, eq(unit.id, post.unitId))
      .where(
        and(
          eq(holding.personId, personId),
          lte(holding.fromDay, day),
          or(isNull(holding.toDay), gte(holding.toDay, day)),
        ),
      )
      .orderBy(holding.fromDay, holding.id),
  );
  return rows.map(({ post, unit }) => ({
    id: post.id,
    role: post.role,
    title: titleOfPost(post),
    unitId: unit.id,
    unitName: nameOfUnit(unit),
    streetId: unit.kind === "street" ? unit.id : unit.kind === "community" ? unit.parentId : null,
  }));
}
