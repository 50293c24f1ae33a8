import { asc, eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { topic, topicTime } from "~db/schema";
import type { TopicTimeKept } from "./progress";

/** How long the topics of a meeting took, as they were kept when its session closed; none before. */
export async function topicTimes(db: Queries, meetingId: string): Promise<TopicTimeKept[]> {
  return db
    .select({
      topicId: topic.id,
      title: topic.title,
      plannedMinutes: topicTime.plannedMinutes,
      seconds: topicTime.seconds,
    })
    .from(topicTime)
    .innerJoin(topic, eq(topic.id, topicTime.topicId))
    .where(eq(topic.meetingId, meetingId))
    .orderBy(asc(topic.id));
}
