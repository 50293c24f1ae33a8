import { type Actor, seesContents } from "~/access/actor";
import { kindOf, type MeetingKind } from "~/meeting/kind/kind";
import { hasReached, type Stage } from "~/meeting/kind/stage";

/** What a right in a session depends on. */
export interface HeldMeeting {
  kind: MeetingKind;
  stage: Stage;
  organiserUnitId: string;
  hostUnitId: string;
  chairPostId: string | null;
}

/** What decides who holds a meeting. */
export type Holding = Pick<HeldMeeting, "kind" | "organiserUnitId" | "chairPostId">;

/** What somebody may do in the live record of a day. */
export type RoomRight = "none" | "read" | "write";

type Who = Pick<Actor, "role" | "unitId" | "postId">;

/** Whether somebody acts for those who organise a meeting: the district office, or the unit that called it. */
export function organisesMeeting(
  actor: Pick<Who, "role" | "unitId">,
  meeting: Pick<Holding, "kind" | "organiserUnitId">,
): boolean {
  const { heldBy, calledBy } = kindOf(meeting);
  if (heldBy === "office") return actor.role === "office";
  // The administrator has a post in the office too, and holds nothing.
  return actor.unitId === meeting.organiserUnitId && calledBy.includes(actor.role);
}

/**
 * Who holds a meeting, its agenda, its session, its minutes and the corrections to them: its chair, and the
 * district office or the unit that called it, as its kind says. Nobody else enters a fact of legal weight.
 */
export function holdsMeeting(actor: Who, meeting: Holding): boolean {
  return actor.postId === meeting.chairPostId || organisesMeeting(actor, meeting);
}

/** Proposed corrections are decided by whoever issues the minutes. */
export function canDecideCorrections(actor: Who, day: Holding): boolean {
  return holdsMeeting(actor, day);
}

/** A proposed correction is seen by those who decide on it and by the person whose words it holds. */
export function canSeeCorrection(
  actor: Who & Pick<Actor, "personId">,
  day: Holding,
  proposal: { personId: string | null },
): boolean {
  return proposal.personId === actor.personId || canDecideCorrections(actor, day);
}

/** The unit itself answers its invitation; the office may enter what it was told by telephone. */
export function canAnswerInvitation(actor: Who, day: Holding, invitation: { unitId: string }): boolean {
  return actor.unitId === invitation.unitId || holdsMeeting(actor, day);
}

/**
 * The right that somebody's post gives in the live record, whether or not the record is frozen by now: who
 * could write keeps `write`, because what they wrote without a network must become a proposal, not be lost. The
 * administrator, who has a post in the office too, has none.
 * @param invited their unit is invited, or their street joins the day
 */
export function roomRightByPost(actor: Who, day: HeldMeeting, invited: boolean): RoomRight {
  if (!seesContents(actor) || !hasReached(day.stage, "agenda")) return "none";
  const hosts = actor.role === "street" && actor.unitId === day.hostUnitId;
  if (invited || hosts || holdsMeeting(actor, day)) return "write";
  return kindOf(day).seenBy === "officials" ? "read" : "none";
}

/**
 * What somebody may do in the live record now: the office, the chair, the host street and invited units
 * write until the minutes are issued; every other official of the district reads. Issued minutes that are
 * being amended are written by whoever issues them.
 */
export function canInRoom(actor: Who, day: HeldMeeting, invited: boolean, amending = false): RoomRight {
  const right = roomRightByPost(actor, day, invited);
  if (right !== "write" || !hasReached(day.stage, "issued")) return right;
  return amending && holdsMeeting(actor, day) ? "write" : "read";
}
