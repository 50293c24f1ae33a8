import { asc, count, eq, isNotNull, min } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { meetingAddress } from "~/address/meetings";
import { canPublish } from "~/outcome/publishing/permission";
import type { RuleSet } from "~/rules/ruleSet";
import type { Queries } from "~db/connect";
import { meeting, publicTopic } from "~db/schema";
import { answerBy } from "./taskWork.server";
import { type BareItem, namedMeeting } from "./work";

/** Topics of issued meetings that wait to be looked at before residents read them: a line for each meeting. */
export async function publishWork(db: Queries, actor: Actor, { answers }: RuleSet): Promise<BareItem[]> {
  if (!canPublish(actor)) return [];
  const rows = await db
    .select({ meeting, count: count(), since: min(publicTopic.waitsSince) })
    .from(publicTopic)
    .innerJoin(meeting, eq(meeting.id, publicTopic.meetingId))
    .where(isNotNull(publicTopic.waitsSince))
    .groupBy(publicTopic.meetingId)
    .orderBy(asc(meeting.date));
  return rows.map((row) => ({
    key: `publish-${row.meeting.slug}`,
    what: { kind: "publishTopics" },
    why: "office",
    meeting: namedMeeting(row.meeting),
    count: row.count,
    until: answerBy(row.since, answers.publish),
    to: meetingAddress(row.meeting, "publish"),
  }));
}
