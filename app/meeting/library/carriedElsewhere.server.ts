import { and, type Column, eq, inArray, isNotNull, isNull, ne, notInArray, or, type SQL } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { meeting, topic } from "~db/schema";

/**
 * What makes a topic carry its matter, as a WHERE over `topic`: on an agenda that is still open, or decided there.
 * @param stage that of its meeting, by whatever name the query knows it
 */
export function carries(stage: Column): SQL | undefined {
  return and(
    isNull(topic.withdrawnAt),
    or(isNotNull(topic.outcome), notInArray(stage, ["issued", "followedUp"])),
    ne(stage, "cancelled"),
  );
}

/** Which of these problems the agenda of another meeting carries than of this one. */
export async function carriedElsewhere(
  db: Queries,
  meetingId: string,
  problemIds: readonly string[],
): Promise<Set<string>> {
  const rows = await db
    .select({ problemId: topic.problemId })
    .from(topic)
    .innerJoin(meeting, eq(meeting.id, topic.meetingId))
    .where(
      and(inArray(topic.problemId, [...problemIds]), ne(topic.meetingId, meetingId), carries(meeting.stage)),
    );
  return new Set(rows.flatMap(({ problemId }) => problemId ?? []));
}
