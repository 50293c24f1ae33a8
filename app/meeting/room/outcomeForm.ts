import { z } from "zod";
import { outcomes } from "~/meeting/conduct/topic";
import { key, optionalWords } from "~/value/fields";

/** What was decided on one topic; `other` says what in its note. */
export const outcomeForm = z
  .object({
    topicId: key(),
    outcome: z.enum(outcomes, { error: "error.required" }),
    note: optionalWords(1_000),
    reservations: optionalWords(1_000),
  })
  .refine(({ outcome, note }) => outcome !== "other" || note !== "", {
    path: ["note"],
    error: "session.error.otherNeedsNote",
  });

/** Opens the resolutions of a decided topic again, and says why. */
export const reopenForm = z.object({
  topicId: z.string({ error: "error.required" }),
  reason: z
    .string({ error: "error.required" })
    .trim()
    .min(1, { error: "error.required" })
    .max(500, { error: "error.tooLong" }),
});

/** Closes them. */
export const closeForm = reopenForm.pick({ topicId: true });
