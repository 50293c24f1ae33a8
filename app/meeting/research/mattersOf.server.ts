import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { visibleListings, visibleProblems } from "~/problem/scope.server";
import type { Queries } from "~db/connect";
import { listing, problem, problemList, topic } from "~db/schema";

/** Something that a visit can concern. */
export interface Matter {
  id: string;
  number: string | null;
  title: string;
}

/**
 * Lists what a visit for a meeting can concern, as far as the reader sees it: the problems on the lists for it, which
 * are there before there is an agenda, and the topics that come from no list and may be written of in this system.
 */
export async function mattersOf(
  db: Queries,
  reader: Actor,
  held: Pick<Meeting, "id">,
): Promise<{ problems: Matter[]; topics: Matter[] }> {
  const listed = db
    .select({ id: listing.problemId })
    .from(listing)
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .where(and(eq(problemList.dayId, held.id), visibleListings(reader)));
  const problems = await db
    .select({ id: problem.id, number: problem.number, title: problem.title })
    .from(problem)
    .where(and(inArray(problem.id, listed), visibleProblems(db, reader)))
    .orderBy(asc(problem.number));
  const topics = await db
    .select({ id: topic.id, title: topic.title })
    .from(topic)
    .where(
      and(
        eq(topic.meetingId, held.id),
        isNull(topic.problemId),
        isNull(topic.withdrawnAt),
        ne(topic.kind, "lookBack"),
        eq(topic.contentElsewhere, false),
      ),
    )
    .orderBy(asc(topic.id));
  return { problems, topics: topics.map((one) => ({ ...one, number: null })) };
}
