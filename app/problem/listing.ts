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

/** How a problem's place reads: what was sent stands as `returned` while its list is back with the street. */
export const placeStates = [...listingStates, "returned"] as const;
export type PlaceState = (typeof placeStates)[number];

/** How a problem's place on a list reads, told from both. */
export function placeState(listing: ListingState, list: ListState): PlaceState {
  return listing === "submitted" && list === "returned" ? "returned" : listing;
}

/** States in which a list can be changed, by the stage of its day; at every other stage in none. */
const changeable: Readonly<Record<string, readonly ListState[] | undefined>> = {
  collecting: ["draft", "returned"],
  screening: ["returned"],
};

/**
 * True while a street may change its list: until it submits it in the time of collecting, and again when the
 * office has returned it, until the agenda is drawn up.
 * @param stage of the day; the lists know no more of it than when they are collected and screened
 */
export function takesChanges(stage: string, state: ListState): boolean {
  return changeable[stage]?.includes(state) ?? false;
}

/** True for a list that was not sent, or was given back, and can be sent no more: what is on it may be carried over. */
export function canBeCarried(stage: string, state: ListState): boolean {
  return (state === "draft" || state === "returned") && stage !== "planned" && !takesChanges(stage, state);
}

/**
 * True while a problem's place on a list may still lead, or has led, to a day: then it cannot stand on another
 * list. What was never sent, or came back and was not sent again in time, is free for a later month.
 */
export function holdsProblem(place: { stage: string; list: ListState; listing: ListingState }): boolean {
  // A day that is not held leads to nothing: all that stood on its lists is free for a later month.
  if (place.stage === "cancelled") return false;
  if (place.listing === "admitted" || place.listing === "merged") return true;
  if (place.listing !== "draft" && place.listing !== "submitted") return false;
  const sent = place.listing === "submitted" && place.list !== "returned";
  return sent || takesChanges(place.stage, place.list);
}
