import { asc, desc, eq } from "drizzle-orm";
import type { Statement } from "~/task/statement";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import {
  listing,
  lookBackStatement,
  meeting,
  problem,
  problemList,
  publication,
  resolution,
  task,
  topic,
  unit,
} from "~db/schema";

const listDay = alias(meeting, "list_day");

/** The whole way of a task: whose words it came from, where it was decided, where it was called again. */
export async function taskTrace(db: Queries, taskId: string) {
  const [row] = await db
    .select({
      problem: { number: problem.number, title: problem.title, words: problem.originalWording },
      listMonth: listDay.slug,
      listStreet: unit.slug,
      topic: { id: topic.id, title: topic.title },
      day: { month: meeting.slug },
      ordinal: resolution.ordinal,
    })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(meeting, eq(meeting.id, resolution.meetingId))
    .innerJoin(topic, eq(topic.id, resolution.topicId))
    .leftJoin(problem, eq(problem.id, topic.problemId))
    .leftJoin(listing, eq(listing.id, topic.listingId))
    .leftJoin(problemList, eq(problemList.id, listing.listId))
    .leftJoin(listDay, eq(listDay.id, problemList.dayId))
    .leftJoin(unit, eq(unit.id, problemList.streetId))
    .where(eq(task.id, taskId))
    .limit(1);
  const lookBacks = await db
    .select({ month: meeting.slug, statement: lookBackStatement.statement })
    .from(lookBackStatement)
    .innerJoin(meeting, eq(meeting.id, lookBackStatement.meetingId))
    .where(eq(lookBackStatement.taskId, taskId))
    .orderBy(asc(meeting.date));
  const [published] = await db
    .select({ at: publication.publishedAt, withdrawnAt: publication.withdrawnAt })
    .from(publication)
    .where(eq(publication.taskId, taskId))
    .orderBy(desc(publication.publishedAt))
    .limit(1);
  return {
    problem: row!.problem,
    list: row!.listMonth && row!.listStreet ? { month: row!.listMonth, street: row!.listStreet } : null,
    topic: row!.topic,
    month: row!.day.month,
    ordinal: row!.ordinal,
    lookBacks: lookBacks as { month: string; statement: Statement }[],
    published: published ?? null,
  };
}

/** What {@link taskTrace} finds. */
export type TaskTraceData = Awaited<ReturnType<typeof taskTrace>>;
