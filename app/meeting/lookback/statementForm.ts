import { z } from "zod";
import { statements } from "~/task/statement";

/** The statement on one task; what holds it up must be said in words. */
export const statementForm = z
  .object({
    number: z.string({ error: "error.required" }),
    statement: z.enum(statements, { error: "error.required" }),
    text: z.string().trim().max(1000, { error: "error.tooLong" }).default(""),
  })
  .superRefine((form, context) => {
    if ((form.statement === "delayed" || form.statement === "stuck") && form.text === "")
      context.addIssue({ code: "custom", path: ["text"], message: "task.error.sayWhy" });
  });
