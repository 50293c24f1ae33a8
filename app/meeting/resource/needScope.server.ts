import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { type Actor, isDistrict, seesContents } from "~/access/actor";
import { meetingScope } from "~/meeting/conduct/meetingScope.server";
import { visibleProblems } from "~/problem/scope.server";
import { taskScope } from "~/task/scope.server";
import type { Queries } from "~db/connect";
import {
  meeting,
  problem,
  resolution,
  resourceNeed,
  resourceOffer,
  resourcePromise,
  task,
  topic,
} from "~db/schema";

/**
 * Keeps the needs somebody may see, for WHERE: those of the problems and tasks that they see, and those of resolutions
 * at meetings that exist for them, about problems that do.
 */
export function needScope(db: Queries, reader: Actor): SQL {
  if (!seesContents(reader)) return sql`false`;
  const problems = db.select({ id: problem.id }).from(problem).where(visibleProblems(db, reader));
  const tasks = db.select({ id: task.id }).from(task).where(taskScope(reader));
  const resolved = db.select({ id: task.resolutionId }).from(task).where(taskScope(reader));
  const topics = db
    .select({ id: topic.id })
    .from(topic)
    .innerJoin(meeting, eq(meeting.id, topic.meetingId))
    .where(meetingScope(db, reader));
  const itsProblem = or(isNull(resourceNeed.problemId), inArray(resourceNeed.problemId, problems));
  return or(
    and(isNull(resourceNeed.topicId), isNotNull(resourceNeed.problemId), itsProblem),
    inArray(resourceNeed.taskId, tasks),
    inArray(resourceNeed.resolutionId, resolved),
    and(inArray(resourceNeed.topicId, topics), itsProblem),
  )!;
}

/** The unit whose need it is, over the joins of {@link joinedNeeds}: who leads the task, sends the problem or called the meeting. */
export const ownerOfNeed = sql<string>`coalesce(${task.leadUnitId}, ${meeting.organiserUnitId}, ${problem.streetId})`;

/** Needs with what they stand on, as a query to be narrowed. */
export function joinedNeeds(db: Queries) {
  return db
    .select({
      need: resourceNeed,
      owner: ownerOfNeed,
      problem: { number: problem.number, title: problem.title, streetId: problem.streetId },
      submittedAt: problem.submittedAt,
      task: { id: task.id, number: task.number, streetId: task.streetId },
      topic: { id: topic.id, title: topic.title },
      meeting: {
        ...{ id: meeting.id, slug: meeting.slug, title: meeting.title, date: meeting.date },
        ...{ kind: meeting.kind, organiserUnitId: meeting.organiserUnitId },
      },
    })
    .from(resourceNeed)
    .leftJoin(problem, eq(problem.id, resourceNeed.problemId))
    .leftJoin(task, or(eq(task.id, resourceNeed.taskId), eq(task.resolutionId, resourceNeed.resolutionId)))
    .leftJoin(resolution, eq(resolution.id, task.resolutionId))
    .leftJoin(topic, eq(topic.id, sql`coalesce(${resourceNeed.topicId}, ${resolution.topicId})`))
    .leftJoin(meeting, eq(meeting.id, topic.meetingId));
}

/** The needs that are a unit's own to tend. */
export function needsOwnedBy(db: Queries, unitId: string) {
  return db
    .select({ id: resourceNeed.id })
    .from(resourceNeed)
    .leftJoin(problem, eq(problem.id, resourceNeed.problemId))
    .leftJoin(task, or(eq(task.id, resourceNeed.taskId), eq(task.resolutionId, resourceNeed.resolutionId)))
    .leftJoin(topic, eq(topic.id, resourceNeed.topicId))
    .leftJoin(meeting, eq(meeting.id, topic.meetingId))
    .where(eq(ownerOfNeed, unitId));
}

/**
 * Keeps the offers somebody may see, for WHERE: the district all; every unit its own and those made to or promised for
 * its needs; departments and streets besides what stands open.
 */
export function offerScope(db: Queries, reader: Actor): SQL | undefined {
  if (!seesContents(reader)) return sql`false`;
  if (isDistrict(reader)) return undefined;
  const owned = needsOwnedBy(db, reader.unitId);
  const promised = db
    .select({ id: resourcePromise.offerId })
    .from(resourcePromise)
    .where(inArray(resourcePromise.needId, owned));
  return or(
    eq(resourceOffer.unitId, reader.unitId),
    inArray(resourceOffer.needId, owned),
    inArray(resourceOffer.id, promised),
    reader.role === "community" ? undefined : isNull(resourceOffer.needId),
  );
}
