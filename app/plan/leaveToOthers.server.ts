import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { alignment } from "~/meeting/conduct/alignment";
import { carriedElsewhere } from "~/meeting/library/carriedElsewhere.server";
import type { HeldRow, Within } from "~/meeting/stage/setCancelled.server";
import { topic } from "~db/schema";

/**
 * Takes those matters off the agenda of a day held after all that another meeting has taken up while it was cancelled:
 * no matter stands on two. Their words stay with the day, and come back with them.
 * @returns how many they were
 */
export async function leaveToOthers(
  { tx, book, later }: Within,
  { id, slug }: HeldRow,
  now: string,
): Promise<number> {
  const mine = await tx
    .select()
    .from(topic)
    .where(and(eq(topic.meetingId, id), isNull(topic.withdrawnAt), isNotNull(topic.problemId)));
  const elsewhere = await carriedElsewhere(
    tx,
    id,
    mine.flatMap(({ problemId }) => problemId ?? []),
  );
  const left = mine.filter(({ problemId }) => problemId && elsewhere.has(problemId));
  for (const { id: topicId, version } of left) {
    await tx
      .update(topic)
      .set({ withdrawnAt: now, version: version + 1 })
      .where(eq(topic.id, topicId));
    await book({
      verb: "session.takeOffAgenda",
      subject: { kind: "topic", id: topicId },
      before: { withdrawnAt: null },
      after: { withdrawnAt: now },
    });
  }
  if (left.length > 0) await later(alignment, { slug });
  return left.length;
}
