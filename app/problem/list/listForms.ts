import { z } from "zod";
import { key, keys, month, optionalKey } from "~/value/fields";

/** A listing, and the one it is to stand after; left out, it comes first. */
export const moveListingForm = z.object({
  listingId: key(),
  after: optionalKey(),
});

/** Listings that are to be taken off. */
export const removeListingForm = z.object({ listingId: keys(1_000) });

/** A problem that is to be listed again, and for which month's day. */
export const listAgainForm = z.object({ month: month() });

/** Takes an item of the duty lists that a problem's page proposes. */
export const takeDutyForm = z.object({ dutyItemId: key() });
