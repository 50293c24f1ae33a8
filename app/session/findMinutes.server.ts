import { desc, eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { minutes } from "~db/schema";

/** The minutes of a day that are in force: the last issued; undefined while there are none. */
export async function findMinutes(db: Queries, dayId: string) {
  const [row] = await db
    .select()
    .from(minutes)
    .where(eq(minutes.dayId, dayId))
    .orderBy(desc(minutes.epoch))
    .limit(1);
  return row;
}
