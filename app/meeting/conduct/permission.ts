import type { Actor } from "~/access/actor";
import { holdsDay } from "~/plan/permission";
import { hasReached, type Stage } from "~/plan/stage";

/** What a right in a session depends on. */
export interface SessionDay {
  stage: Stage;
  hostStreetId: string;
  chairPostId: string | null;
}

/** What somebody may do in the live record of a day. */
export type RoomRight = "none" | "read" | "write";

type Who = Pick<Actor, "role" | "unitId" | "postId">;

/** The district office and the day's chair hold the session; nobody else enters a fact of legal weight. */
export function holdsSession(
  actor: Pick<Actor, "role" | "postId">,
  day: Pick<SessionDay, "chairPostId">,
): boolean {
  return holdsDay(actor, day);
}

/** Proposed corrections are decided by whoever issues the minutes. */
export function canDecideCorrections(
  actor: Pick<Actor, "role" | "postId">,
  day: Pick<SessionDay, "chairPostId">,
): boolean {
  return holdsSession(actor, day);
}

/** A proposed correction is seen by those who decide on it and by the person whose words it holds. */
export function canSeeCorrection(
  actor: Pick<Actor, "role" | "postId" | "personId">,
  day: Pick<SessionDay, "chairPostId">,
  proposal: { personId: string | null },
): boolean {
  return proposal.personId === actor.personId || canDecideCorrections(actor, day);
}

/** The unit itself answers its invitation; the office may enter what it was told by telephone. */
export function canAnswerInvitation(
  actor: Who,
  day: Pick<SessionDay, "chairPostId">,
  invitation: { unitId: string },
): boolean {
  return actor.unitId === invitation.unitId || holdsSession(actor, day);
}

/**
 * The right that somebody's post gives in the live record, whether or not the record is frozen by now: who
 * could write keeps `write`, because what they wrote without a network must become a proposal, not be lost.
 * @param invited their unit is invited, or their street joins the day
 */
export function roomRightByPost(actor: Who, day: SessionDay, invited: boolean): RoomRight {
  if (!hasReached(day.stage, "agenda")) return "none";
  const hosts = actor.role === "street" && actor.unitId === day.hostStreetId;
  return invited || hosts || holdsSession(actor, day) ? "write" : "read";
}

/**
 * What somebody may do in the live record now: the office, the chair, the host street and invited units
 * write until the minutes are issued; every other official of the district reads. Issued minutes that are
 * being amended are written by whoever issues them.
 */
export function canInRoom(actor: Who, day: SessionDay, invited: boolean, amending = false): RoomRight {
  const right = roomRightByPost(actor, day, invited);
  if (right !== "write" || !hasReached(day.stage, "issued")) return right;
  return amending && holdsSession(actor, day) ? "write" : "read";
}
