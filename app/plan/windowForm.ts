import { z } from "zod";
import { isDay } from "~/calendar/day";

/** A day that exists, as forms of the plan take it. */
export const isoDay = () =>
  z.string({ error: "error.required" }).refine(isDay, {
    error: "plan.error.notADay",
  });

/** Why something is done, where it need not be said. */
export const reason = () => z.string().trim().max(500, { error: "error.tooLong" }).optional();

/** Opening, closing and opening again the window for topics. */
export const windowForm = z.object({ month: z.string(), reason: reason() });

/** Opening again always needs a reason, and may set a new last day. */
export const reopenWindowForm = z.object({
  month: z.string(),
  reason: z.string({ error: "error.required" }).trim().max(500, { error: "error.tooLong" }),
  windowClosesOn: isoDay().optional(),
});

/** What the page of a day sends to move its window: which of these is needed, the step itself knows. */
export const moveWindowForm = z.object({
  reason: z.string().trim().optional(),
  windowClosesOn: z.string().trim().optional(),
});
