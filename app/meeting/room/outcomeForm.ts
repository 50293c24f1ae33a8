import { z } from "zod";
import { outcomes } from "~/meeting/conduct/topic";

const words = (most: number) => z.string().trim().max(most, { error: "error.tooLong" }).default("");

/** What was decided on one topic; `other` says what in its note. */
export const outcomeForm = z
  .object({
    topicId: z.string({ error: "error.required" }),
    outcome: z.enum(outcomes, { error: "error.required" }),
    note: words(1000),
    reservations: words(1000),
  })
  .refine(({ outcome, note }) => outcome !== "other" || note !== "", {
    path: ["note"],
    error: "session.error.otherNeedsNote",
  });
