import { z } from "zod";
import { day, key, optionalKey, optionalWords, verbatim, words } from "~/value/fields";

/** Says of open things where they go, one by one; what is left blank is said another time. */
export const sayHandoverForm = z.object({
  holdingId: key(),
  items: z
    .array(z.object({ key: verbatim(120), to: optionalKey(), note: optionalWords(500) }))
    .max(500, { error: "error.tooLong" })
    .default([]),
});
export type SayHandoverInput = z.output<typeof sayHandoverForm>;

/** Says of everything of which nothing was said yet that it stays with the post. */
export const restStaysForm = z.object({ holdingId: key() });

/** Takes note of what was handed over to one's own post. */
export const confirmHandoverForm = z.object({ holdingId: key() });

/** Ends somebody's time in a post; what they hand over stays with the post. */
export const leavePostForm = z.object({
  holdingId: key(),
  toDay: day(),
  handover: words(5_000).min(5, { error: "unit.error.handoverShort" }),
});
export type LeavePostInput = z.input<typeof leavePostForm>;
