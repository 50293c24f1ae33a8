import { and, asc, eq, inArray } from "drizzle-orm";
import { type Actor, seesContents } from "~/access/actor";
import { meetingAddress } from "~/address/meetings";
import { stagesBefore } from "~/meeting/kind/stage";
import type { Queries } from "~db/connect";
import { meeting, researchMember } from "~db/schema";
import { type BareItem, namedMeeting } from "./work";

/** Meetings ahead in whose research group one's post is. */
export async function researchWork(db: Queries, actor: Actor): Promise<BareItem[]> {
  if (!seesContents(actor)) return [];
  const rows = await db
    .select({ meeting })
    .from(researchMember)
    .innerJoin(meeting, eq(meeting.id, researchMember.meetingId))
    .where(and(eq(researchMember.postId, actor.postId), inArray(meeting.stage, [...stagesBefore])))
    .orderBy(asc(meeting.date));
  return rows.map(({ meeting: held }) => ({
    key: `research-${held.slug}`,
    what: { kind: "research" },
    why: "inGroup",
    meeting: namedMeeting(held),
    until: held.date,
    to: meetingAddress(held, "research"),
  }));
}
