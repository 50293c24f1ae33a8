import { desc, eq, inArray } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { erasedText, erasure } from "~db/schema";

/** That words about a problem were erased by law: when, and from where, such as `problem.summary`. */
export interface ErasureTold {
  id: string;
  at: string;
  from: string[];
}

/** Every erasure of words about a problem, the latest first. */
export async function erasuresOf(db: Queries, problemId: string): Promise<ErasureTold[]> {
  const rows = await db
    .select({ id: erasure.id, at: erasure.at })
    .from(erasure)
    .where(eq(erasure.problemId, problemId))
    .orderBy(desc(erasure.at), desc(erasure.id));
  if (rows.length === 0) return [];
  const { erasureId, home, field } = erasedText;
  const ids = rows.map(({ id }) => id);
  const places = await db
    .selectDistinct({ erasureId, home, field })
    .from(erasedText)
    .where(inArray(erasureId, ids));
  return rows.map((row) => {
    const of = places.filter((place) => place.erasureId === row.id);
    return { ...row, from: of.map((place) => `${place.home}.${place.field}`).toSorted() };
  });
}
