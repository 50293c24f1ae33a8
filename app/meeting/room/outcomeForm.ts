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
