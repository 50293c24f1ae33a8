import { and, asc, eq, gt, inArray, isNull, ne, notExists, sql } from "drizzle-orm";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { listing, meeting, problem, problemList, topic } from "~db/schema";

const later = alias(listing, "later_listing");
const laterList = alias(problemList, "later_list");
const laterDay = alias(meeting, "later_day");

/**
 * The problems of a street whose last list was for a day that was cancelled, and that were not decided otherwise: they
 * wait to be put on another list.
 */
export function leftByCancelled(db: Queries, streetId: string) {
  const listedLater = db
    .select({ one: sql`1` })
    .from(later)
    .innerJoin(laterList, eq(laterList.id, later.listId))
    .innerJoin(laterDay, eq(laterDay.id, laterList.dayId))
    .where(
      and(
        eq(later.problemId, listing.problemId),
        ne(later.state, "withdrawn"),
        gt(laterDay.slug, meeting.slug),
      ),
    );
  // Put on the agenda of another day, it waits for no list.
  const onAgenda = db
    .select({ one: sql`1` })
    .from(topic)
    .innerJoin(laterDay, eq(laterDay.id, topic.meetingId))
    .where(
      and(eq(topic.problemId, listing.problemId), isNull(topic.withdrawnAt), ne(laterDay.stage, "cancelled")),
    );
  return db
    .select({ id: problem.id, number: problem.number, month: meeting.slug })
    .from(listing)
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .innerJoin(meeting, eq(meeting.id, problemList.dayId))
    .where(
      and(
        eq(problemList.streetId, streetId),
        eq(meeting.stage, "cancelled"),
        inArray(listing.state, ["draft", "submitted", "admitted", "merged"]),
        notExists(listedLater),
        notExists(onAgenda),
      ),
    )
    .orderBy(asc(listing.position));
}
