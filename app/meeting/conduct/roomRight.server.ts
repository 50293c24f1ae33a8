import { and, eq } from "drizzle-orm";
import { type Actor, seesContents } from "~/access/actor";
import { kindOf } from "~/meeting/kind/kind";
import type { Queries } from "~db/connect";
import { attendance, joiningStreet } from "~db/schema";
import { type Participation, participationBy, strongestOf } from "./attendance";
import { findMeeting, type Meeting } from "./findMeeting.server";
import { canInRoom, type RoomRight, roomRightByPost, standingOf, type Writer } from "./permission";

/** How somebody's unit takes part in a meeting. */
async function participationOf(db: Queries, actor: Actor, meetingId: string): Promise<Participation> {
  if (actor.role === "street" && (await joins(db, actor.unitId, meetingId))) return "joins";
  const rows = await db
    .select({ invitation: attendance.invitation, state: attendance.state })
    .from(attendance)
    .where(and(eq(attendance.meetingId, meetingId), eq(attendance.unitId, actor.unitId)));
  return strongestOf(rows.map((row) => participationBy(row.invitation, row.state)));
}

async function joins(db: Queries, streetId: string, meetingId: string): Promise<boolean> {
  const joining = await db
    .select({ streetId: joiningStreet.streetId })
    .from(joiningStreet)
    .where(and(eq(joiningStreet.meetingId, meetingId), eq(joiningStreet.streetId, streetId)));
  return joining.length > 0;
}

/** Whether a meeting exists for somebody: they may know of its kind, or take part in this one. */
export async function seesMeeting(db: Queries, actor: Actor, meeting: Meeting): Promise<boolean> {
  const forOfficials = kindOf(meeting).seenBy === "officials" && seesContents(actor);
  return forOfficials || (await roomRight(db, actor, meeting)) !== "none";
}

/** What somebody may do in the live record of a day now. */
export async function roomRight(db: Queries, actor: Actor, day: Meeting): Promise<RoomRight> {
  return canInRoom(actor, day, await participationOf(db, actor, day.id), day.amendment !== null);
}

/**
 * The right with which somebody enters an epoch of a month's live record; null when there is no such day. In
 * an amendment it is what they may do there; elsewhere that of their post, because what they wrote without a
 * network in a record that is frozen by now must become a proposal.
 */
export async function rightInEpoch(
  db: Queries,
  actor: Actor,
  slug: string,
  epoch: number,
): Promise<RoomRight | null> {
  const day = await findMeeting(db, slug);
  if (day?.amendment?.epoch === epoch) return roomRight(db, actor, day);
  return rightByPost(db, actor, slug);
}

/** The right that somebody's post gives in the live record of a month; null when there is no such day. */
export async function rightByPost(db: Queries, actor: Actor, slug: string): Promise<RoomRight | null> {
  const meeting = await findMeeting(db, slug);
  return meeting ? roomRightByPost(actor, meeting, await participationOf(db, actor, meeting.id)) : null;
}

/** As what somebody writes in the record of a meeting; null when they do not. */
export async function writerIn(db: Queries, actor: Actor, meeting: Meeting): Promise<Writer | null> {
  const standing = standingOf(actor, meeting, await participationOf(db, actor, meeting.id));
  return standing && { unitId: actor.unitId, standing };
}
