import { and, desc, eq } from "drizzle-orm";
import { type Actor, seesContents } from "~/access/actor";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { holdsMeeting } from "~/meeting/conduct/permission";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import type { Queries } from "~db/connect";
import { meeting, opinion, opinionVersion, topic } from "~db/schema";

/** Whether somebody sees what is submitted of a meeting's opinions: whoever sees its agenda. */
export async function seesOpinions(db: Queries, actor: Actor, held: Meeting): Promise<boolean> {
  return holdsMeeting(actor, held) || (await roomRight(db, actor, held)) !== "none";
}

/**
 * Finds an opinion within the scope of who asks: its own unit from the start, everybody who sees the agenda once it is
 * submitted. What was taken back is nobody's.
 */
export async function findOpinion(db: Queries, actor: Actor, id: string) {
  const [row] = await db
    .select({ opinion, topicTitle: topic.title, slug: meeting.slug })
    .from(opinion)
    .innerJoin(topic, eq(topic.id, opinion.topicId))
    .innerJoin(meeting, eq(meeting.id, opinion.meetingId))
    .where(and(eq(opinion.id, id)));
  const held = row && (await findMeeting(db, row.slug));
  if (!held || row.opinion.takenBackAt !== null || !(await seesOpinions(db, actor, held))) return undefined;
  const own = row.opinion.unitId === actor.unitId && seesContents(actor);
  const submitted = row.opinion.submittedAt !== null;
  return own || submitted ? { ...row.opinion, topicTitle: row.topicTitle, meeting: held, own } : undefined;
}
export type FoundOpinion = NonNullable<Awaited<ReturnType<typeof findOpinion>>>;

/** Lists what was submitted of an opinion, the latest first. */
export async function versionsOf(db: Queries, opinionId: string) {
  return db
    .select()
    .from(opinionVersion)
    .where(eq(opinionVersion.opinionId, opinionId))
    .orderBy(desc(opinionVersion.ordinal));
}
