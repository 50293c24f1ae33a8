import type { Stage } from "~/plan/stage";

/** States of a street's list for one day. */
export const listStates = ["draft", "submitted", "returned", "screened"] as const;
export type ListState = (typeof listStates)[number];

/**
 * States of one problem's place on a list. `solvedBefore`: solved before the day, leaves the agenda and
 * keeps its record. `merged`: the same matter as another listing, which carries it.
 */
export const listingStates = [
  "draft",
  "submitted",
  "admitted",
  "refused",
  "deferred",
  "merged",
  "solvedBefore",
  "withdrawn",
] as const;
export type ListingState = (typeof listingStates)[number];

/** A problem is on a list once; these places on a list are still open or lead to the day. */
export const liveListingStates: readonly ListingState[] = ["draft", "submitted", "admitted", "merged"];

/**
 * True while a street may change its list: until it submits it in the time of collecting, and again when the
 * office has returned it, until the agenda is drawn up.
 */
export function takesChanges(stage: Stage, state: ListState): boolean {
  if (stage === "collecting") return state === "draft" || state === "returned";
  return stage === "screening" && state === "returned";
}
