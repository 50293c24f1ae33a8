import { and, asc, eq, gte, isNull, notExists, or, sql } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { meeting, problem, resourceNeed, resourceOffer, resourcePromise, task, topic } from "~db/schema";
import { ownerOfNeed } from "./needScope.server";

/**
 * Offers that were made to the open needs of a unit and are not answered: nothing of them is taken, and they are not
 * declined, taken back or over.
 * @param today YYYY-MM-DD
 */
export async function waitingOffers(db: Queries, unitId: string, today: string, most: number) {
  const taken = db
    .select({ one: sql`1` })
    .from(resourcePromise)
    .where(and(eq(resourcePromise.offerId, resourceOffer.id), isNull(resourcePromise.takenBackAt)));
  return db
    .select({ id: resourceOffer.id, number: resourceNeed.number, words: resourceNeed.words })
    .from(resourceOffer)
    .innerJoin(resourceNeed, and(eq(resourceNeed.id, resourceOffer.needId), eq(resourceNeed.state, "open")))
    .leftJoin(problem, eq(problem.id, resourceNeed.problemId))
    .leftJoin(task, or(eq(task.id, resourceNeed.taskId), eq(task.resolutionId, resourceNeed.resolutionId)))
    .leftJoin(topic, eq(topic.id, resourceNeed.topicId))
    .leftJoin(meeting, eq(meeting.id, topic.meetingId))
    .where(
      and(
        // Whose need it is is asked of the few offers that are open, not of all needs there ever were.
        eq(resourceOffer.state, "open"),
        eq(ownerOfNeed, unitId),
        or(isNull(resourceOffer.until), gte(resourceOffer.until, today)),
        notExists(taken),
      ),
    )
    .orderBy(asc(resourceOffer.id))
    .limit(most);
}
