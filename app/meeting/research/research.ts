import { isInstant } from "~/calendar/day";
import type { Stage } from "~/meeting/kind/stage";

/** What somebody may do with the research of a meeting; `leads` also says who is in the group. */
export type ResearchRight = "none" | "read" | "write" | "leads";

/** What the right depends on. */
export interface Researcher {
  /** They hold the meeting. */
  holds: boolean;
  /** Their post is in the group. */
  inGroup: boolean;
  /** They see the agenda of the meeting, or will once there is one. */
  seesAgenda: boolean;
}

/** Research goes on until nothing is left to follow up; it ends where the meeting was cancelled. */
export function isOpenForResearch({ stage }: { stage: Stage }): boolean {
  return stage !== "cancelled" && stage !== "followedUp";
}

/**
 * Whoever holds the meeting says who is in the group; the group writes. Everybody who sees the agenda reads what was
 * found, from when there is an agenda.
 */
export function researchRightOf(who: Researcher, meeting: { stage: Stage }): ResearchRight {
  const open = isOpenForResearch(meeting);
  if (who.holds) return open ? "leads" : "read";
  if (who.inGroup) return open ? "write" : "read";
  return who.seesAgenda ? "read" : "none";
}

/** True for who may write what was found. */
export function writesResearch(right: ResearchRight): boolean {
  return right === "write" || right === "leads";
}

const longestOffline = 60 * 24 * 60 * 60 * 1000;

/**
 * When a note was written, as the phone says that kept it without a network; the present where that cannot be: ahead of
 * it, or longer ago than a phone is without one.
 */
export function writtenAtOf(said: string | undefined, now: string): string {
  if (said === undefined || !isInstant(said)) return now;
  const past = Date.parse(now) - Date.parse(said);
  return past >= 0 && past <= longestOffline ? said : now;
}
