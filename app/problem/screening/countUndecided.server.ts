import { and, count, eq, ne } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { listing, problemList } from "~db/schema";

/** Submitted matters of a day that nobody has decided on yet; what was returned is with its street again. */
export async function countUndecided(db: Queries, dayId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(listing)
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .where(
      and(eq(problemList.dayId, dayId), ne(problemList.state, "returned"), eq(listing.state, "submitted")),
    );
  return row?.count ?? 0;
}
