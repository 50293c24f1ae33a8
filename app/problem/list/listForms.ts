import { z } from "zod";
import { key, keys, month, optionalKey, wordsIfAny } from "~/value/fields";

/** A listing, and the one it is to stand after; left out, it comes first. */
export const moveListingForm = z.object({
  listingId: key(),
  after: optionalKey(),
});

/** Listings that are to be taken off. */
export const removeListingForm = z.object({ listingId: keys(1_000) });

/** A problem that is to be listed again, for which month's day, and why where it is settled. */
export const listAgainForm = z.object({ month: month(), reason: wordsIfAny(500) });

/** Takes an item of the duty lists that a problem's page proposes. */
export const takeDutyForm = z.object({ dutyItemId: key() });
