import { z } from "zod";
import { markOf } from "~/ledger/meanwhile";
import { statements } from "~/task/statement";
import { key, optionalWords, versionIfAny } from "~/value/fields";

/** The mark of what is said of a task, also of nothing. */
export const statementMark = (said: { statement: string; text: string } | null | undefined): number =>
  markOf({ statement: said?.statement ?? "", text: said?.text ?? "" });

/** The statement on one task; what holds it up must be said in words. */
export const statementForm = z
  .object({
    number: key(),
    statement: z.enum(statements, { error: "error.required" }),
    text: optionalWords(1_000),
    /** Mark of the statement as it was shown; see {@link statementMark}. */
    version: versionIfAny(),
  })
  .superRefine((form, context) => {
    if ((form.statement === "delayed" || form.statement === "stuck") && form.text === "")
      context.addIssue({ code: "custom", path: ["text"], message: "task.error.sayWhy" });
  });
