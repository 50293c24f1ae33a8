import { asc, eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { problem, topic, unit } from "~db/schema";

/** The topics of a day, withdrawn ones too, in the order they were made; the order of the agenda is in the live record. */
export async function topicsOfMeeting(db: Queries, meetingId: string) {
  const rows = await db
    .select({ topic, problem, street: unit })
    .from(topic)
    .leftJoin(problem, eq(problem.id, topic.problemId))
    .leftJoin(unit, eq(unit.id, problem.streetId))
    .where(eq(topic.meetingId, meetingId))
    .orderBy(asc(topic.id));
  return rows.map(({ topic, problem, street }) => ({ ...topic, problem, street }));
}
export type TopicRow = Awaited<ReturnType<typeof topicsOfMeeting>>[number];
