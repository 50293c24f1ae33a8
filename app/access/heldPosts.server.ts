import { and, eq } from "drizzle-orm";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import { read } from "~db/read";
import { holding, post, unit } from "~db/schema";
import { holdingNow } from "./holdingNow.server";
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

/**
 * The posts a person holds at an instant (UTC), oldest holding first: both days of a holding count, but whoever
 * leaves today does so at that minute.
 */
export async function heldPosts(personId: string, now: string): Promise<HeldPost[]> {
  const rows = await read((db) =>
    db
      .select({ post, unit })
      .from(holding)
      .innerJoin(post, eq(post.id, holding.postId))
      .innerJoin(unit, eq(unit.id, post.unitId))
      .where(and(eq(holding.personId, personId), holdingNow(now)))
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
