import { and, desc, eq, ne } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { consultationDay, listing, problemList } from "~db/schema";
import { holdsProblem } from "./listing";

/** The newest list a problem stands on, with its day; lists it was taken off do not count. */
export async function listOfProblem(db: Queries, problemId: string) {
  const [row] = await db
    .select({ listing, list: problemList, day: consultationDay })
    .from(listing)
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .innerJoin(consultationDay, eq(consultationDay.id, problemList.dayId))
    .where(and(eq(listing.problemId, problemId), ne(listing.state, "withdrawn")))
    .orderBy(desc(consultationDay.month))
    .limit(1);
  return row;
}

/** True while that place keeps the problem from standing on another list; see `holdsProblem`. */
export function holds({ listing, list, day }: NonNullable<Awaited<ReturnType<typeof listOfProblem>>>) {
  return holdsProblem({ stage: day.stage, list: list.state, listing: listing.state });
}

/** A listing with its list and day. */
export async function findListing(db: Queries, listingId: string) {
  const [row] = await db
    .select({ listing, list: problemList, day: consultationDay })
    .from(listing)
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .innerJoin(consultationDay, eq(consultationDay.id, problemList.dayId))
    .where(eq(listing.id, listingId))
    .limit(1);
  return row;
}
