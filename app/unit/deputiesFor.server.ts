import { and, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { post, unit } from "~db/schema";

/** Posts that can stand in while this one is vacant: the others of its unit, and those of the unit above. */
export async function deputiesFor(db: Queries, of: { id: string; unitId: string }) {
  const [own] = await db.select({ parentId: unit.parentId }).from(unit).where(eq(unit.id, of.unitId));
  const units = [of.unitId, ...(own?.parentId ? [own.parentId] : [])];
  return db
    .select()
    .from(post)
    .where(
      and(inArray(post.unitId, units), ne(post.id, of.id), ne(post.role, "admin"), isNull(post.closedAt)),
    )
    .orderBy(post.id);
}
