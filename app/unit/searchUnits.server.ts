import { and, asc, inArray, like, or } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { unit } from "~db/schema";
import { unitRef } from "./unitRef";

/** Finds units by a part of their name or of its pinyin initials; a district has some hundred, which are compared as they are. */
export async function searchUnits(db: Queries, words: string, most: number) {
  const part = `%${words.replace(/[%_]/g, "")}%`;
  const rows = await db
    .select()
    .from(unit)
    .where(
      and(
        inArray(unit.kind, ["office", "street", "community", "department", "utility", "contractor"]),
        or(
          like(unit.nameZh, part),
          like(unit.nameEn, part),
          like(unit.shortZh, part),
          like(unit.initials, part),
        ),
      ),
    )
    .orderBy(asc(unit.sortKey), asc(unit.id))
    .limit(most);
  return rows.map(unitRef);
}
