/** An offer stands until its unit takes it back; one that was made to a need can be declined there. */
export const offerStates = ["open", "declined", "withdrawn"] as const;
export type OfferState = (typeof offerStates)[number];

/** How an offer reads: also by what is left of it and by its last day. */
export const offerStandings = ["open", "usedUp", "over", "declined", "withdrawn"] as const;
export type OfferStanding = (typeof offerStandings)[number];

/** Tells how an offer reads on a day. */
export function standingOf(
  offer: { state: OfferState; left: number; until: string | null },
  today: string,
): OfferStanding {
  if (offer.state !== "open") return offer.state;
  if (offer.left <= 0) return "usedUp";
  return offer.until !== null && offer.until < today ? "over" : "open";
}
