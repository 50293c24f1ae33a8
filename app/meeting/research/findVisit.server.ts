import { and, eq } from "drizzle-orm";
import { type Actor, seesContents } from "~/access/actor";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { holdsMeeting } from "~/meeting/conduct/permission";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import type { Queries } from "~db/connect";
import { meeting, researchMember, visit, visitMatter } from "~db/schema";
import { type ResearchRight, researchRightOf } from "./research";

/** What somebody may do with the research of a meeting. */
export async function researchRight(db: Queries, actor: Actor, held: Meeting): Promise<ResearchRight> {
  if (!seesContents(actor)) return "none";
  const members = await db
    .select({ postId: researchMember.postId })
    .from(researchMember)
    .where(and(eq(researchMember.meetingId, held.id), eq(researchMember.postId, actor.postId)));
  const seesAgenda = (await roomRight(db, actor, held)) !== "none";
  return researchRightOf({ holds: holdsMeeting(actor, held), inGroup: members.length > 0, seesAgenda }, held);
}

/** Finds a visit within the scope of who asks, with what it concerns and what they may do with it. */
export async function findVisit(db: Queries, actor: Actor, id: string) {
  const [row] = await db
    .select({ visit, slug: meeting.slug })
    .from(visit)
    .innerJoin(meeting, eq(meeting.id, visit.meetingId))
    .where(eq(visit.id, id));
  const held = row && (await findMeeting(db, row.slug));
  if (!held) return undefined;
  const right = await researchRight(db, actor, held);
  if (right === "none") return undefined;
  const matters = await db.select().from(visitMatter).where(eq(visitMatter.visitId, id));
  return {
    ...row.visit,
    meeting: held,
    right,
    problemIds: matters.flatMap(({ problemId }) => problemId ?? []).sort(),
    topicIds: matters.flatMap(({ topicId }) => topicId ?? []).sort(),
  };
}
export type FoundVisit = NonNullable<Awaited<ReturnType<typeof findVisit>>>;
