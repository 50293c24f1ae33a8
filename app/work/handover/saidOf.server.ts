import { asc, eq } from "drizzle-orm";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { handoverItem, person, post, unit } from "~db/schema";

/** What was said about each thing on leaving a post, with whose post takes note of it. */
export async function saidOf(db: Queries, holdingId: string) {
  const rows = await db
    .select({ item: handoverItem, post, unit, confirmedBy: person.name })
    .from(handoverItem)
    .innerJoin(post, eq(post.id, handoverItem.postId))
    .innerJoin(unit, eq(unit.id, post.unitId))
    .leftJoin(person, eq(person.id, handoverItem.confirmedByPersonId))
    .where(eq(handoverItem.holdingId, holdingId))
    .orderBy(asc(handoverItem.kind), asc(handoverItem.key));
  return rows.map(({ item, post: to, unit: of, confirmedBy }) => ({
    ...item,
    to: { title: titleOfPost(to), unit: nameOfUnit(of) },
    confirmedBy,
  }));
}
