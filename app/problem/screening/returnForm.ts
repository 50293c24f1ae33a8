import { z } from "zod";

/** The form with which the office returns a list. */
export const returnForm = z.object({
  reason: z
    .string({ error: "error.required" })
    .trim()
    .min(1, { error: "error.required" })
    .max(500, { error: "error.tooLong" }),
});
