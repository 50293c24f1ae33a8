import { z } from "zod";
import { statements } from "~/task/statement";
import { key, optionalWords } from "~/value/fields";

/** The statement on one task; what holds it up must be said in words. */
export const statementForm = z
  .object({
    number: key(),
    statement: z.enum(statements, { error: "error.required" }),
    text: optionalWords(1_000),
  })
  .superRefine((form, context) => {
    if ((form.statement === "delayed" || form.statement === "stuck") && form.text === "")
      context.addIssue({ code: "custom", path: ["text"], message: "task.error.sayWhy" });
  });
