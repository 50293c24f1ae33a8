import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { kindOf } from "~/meeting/kind/kind";
import type { Queries } from "~db/connect";
import { publicTopic, resolution, topic } from "~db/schema";

/**
 * Lets the decided topics of a public meeting wait until what residents would read of them has been seen, in the
 * transaction that issues its minutes. Of a topic that amended minutes leave as it was seen nothing waits.
 */
export async function awaitPublication(tx: Queries, meeting: Meeting, minutesId: string, now: string) {
  if (!kindOf(meeting).isPublic) return;
  const rows = await tx
    .select({ id: topic.id, title: topic.title, known: publicTopic })
    .from(topic)
    .leftJoin(publicTopic, eq(publicTopic.topicId, topic.id))
    .where(
      and(
        eq(topic.meetingId, meeting.id),
        inArray(topic.kind, ["topic", "other"]),
        isNotNull(topic.outcome),
        isNull(topic.withdrawnAt),
      ),
    );
  const adopted = await tx
    .select({ topicId: resolution.topicId })
    .from(resolution)
    .where(eq(resolution.minutesId, minutesId));
  const grown = new Set(adopted.map(({ topicId }) => topicId));
  for (const { id, title, known } of rows) {
    if (!known) await tx.insert(publicTopic).values({ topicId: id, meetingId: meeting.id, waitsSince: now });
    else if (known.title !== title || grown.has(id))
      await tx
        .update(publicTopic)
        .set({ waitsSince: known.waitsSince ?? now, version: known.version + 1 })
        .where(eq(publicTopic.topicId, id));
  }
}
