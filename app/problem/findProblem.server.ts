import { and, desc, eq, ne } from "drizzle-orm";
import { dayColumns } from "~/problem/consultationDay.server";
import type { Queries } from "~db/connect";
import { consultationDay, listing, meeting, problemList } from "~db/schema";
import { holdsProblem } from "./listing";

/** The newest list a problem stands on, with its day; lists it was taken off do not count. */
export async function listOfProblem(db: Queries, problemId: string) {
  const [row] = await db
    .select({ listing, list: problemList, day: dayColumns })
    .from(listing)
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .innerJoin(meeting, eq(meeting.id, problemList.dayId))
    .innerJoin(consultationDay, eq(consultationDay.meetingId, meeting.id))
    .where(and(eq(listing.problemId, problemId), ne(listing.state, "withdrawn")))
    .orderBy(desc(meeting.slug))
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
    .select({ listing, list: problemList, day: dayColumns })
    .from(listing)
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .innerJoin(meeting, eq(meeting.id, problemList.dayId))
    .innerJoin(consultationDay, eq(consultationDay.meetingId, meeting.id))
    .where(eq(listing.id, listingId))
    .limit(1);
  return row;
}
