import { asc, desc, eq } from "drizzle-orm";
import type { Statement } from "~/meeting/lookback/statement";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import {
  consultationDay,
  listing,
  lookBackStatement,
  problem,
  problemList,
  publication,
  resolution,
  task,
  topic,
  unit,
} from "~db/schema";

const listDay = alias(consultationDay, "list_day");

/** The whole way of a task: whose words it came from, where it was decided, where it was called again. */
export async function taskTrace(db: Queries, taskId: string) {
  const [row] = await db
    .select({
      problem: { number: problem.number, title: problem.title, words: problem.originalWording },
      listMonth: listDay.month,
      listStreet: unit.slug,
      topic: { id: topic.id, title: topic.title },
      day: { month: consultationDay.month },
      ordinal: resolution.ordinal,
    })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(consultationDay, eq(consultationDay.id, resolution.dayId))
    .innerJoin(topic, eq(topic.id, resolution.topicId))
    .leftJoin(problem, eq(problem.id, topic.problemId))
    .leftJoin(listing, eq(listing.id, topic.listingId))
    .leftJoin(problemList, eq(problemList.id, listing.listId))
    .leftJoin(listDay, eq(listDay.id, problemList.dayId))
    .leftJoin(unit, eq(unit.id, problemList.streetId))
    .where(eq(task.id, taskId))
    .limit(1);
  const lookBacks = await db
    .select({ month: consultationDay.month, statement: lookBackStatement.statement })
    .from(lookBackStatement)
    .innerJoin(consultationDay, eq(consultationDay.id, lookBackStatement.dayId))
    .where(eq(lookBackStatement.taskId, taskId))
    .orderBy(asc(consultationDay.date));
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
