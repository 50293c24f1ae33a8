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
