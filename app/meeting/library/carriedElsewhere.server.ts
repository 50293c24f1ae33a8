import { and, type Column, eq, inArray, isNotNull, isNull, ne, notInArray, or, type SQL } from "drizzle-orm";
import { alias, QueryBuilder } from "~db/alias";
import type { Queries } from "~db/connect";
import { meeting, topic } from "~db/schema";

const ahead = alias(meeting, "deferred_to_meeting");

/**
 * What makes a topic carry its matter, as a WHERE over `topic`: on an agenda that is still open, decided there, or put
 * off there to a meeting whose agenda will take it by itself.
 * @param stage that of its meeting, by whatever name the query knows it
 */
export function carries(stage: Column): SQL | undefined {
  const decided = and(isNotNull(topic.outcome), ne(topic.outcome, "deferred"));
  const called = inArray(
    topic.deferredToMeetingId,
    new QueryBuilder()
      .select({ id: ahead.id })
      .from(ahead)
      .where(inArray(ahead.stage, ["planned", "collecting", "screening"])),
  );
  return and(
    isNull(topic.withdrawnAt),
    or(decided, called, notInArray(stage, ["issued", "followedUp"])),
    ne(stage, "cancelled"),
  );
}

/** Which of these problems the agenda of another meeting carries than of this one; what was put off to this one is no other's. */
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
      and(
        inArray(topic.problemId, [...problemIds]),
        ne(topic.meetingId, meetingId),
        or(isNull(topic.deferredToMeetingId), ne(topic.deferredToMeetingId, meetingId)),
        carries(meeting.stage),
      ),
    );
  return new Set(rows.flatMap(({ problemId }) => problemId ?? []));
}
