import { z } from "zod";

/** A listing, and the one it is to stand after; left out, it comes first. */
export const moveListingForm = z.object({
  listingId: z.string({ error: "error.required" }),
  after: z.string().optional(),
});

/** Listings that are to be taken off. */
export const removeListingForm = z.object({ listingId: z.array(z.string()) });

/** A problem that is to be listed again, and for which month's day. */
export const listAgainForm = z.object({ month: z.string({ error: "error.required" }) });
