import { z } from "zod";
import { markOf } from "~/ledger/meanwhile";
import { contradictionOf, type Statement, type StatementFact, statements } from "~/task/statement";
import { key, optionalWords, versionIfAny } from "~/value/fields";

/** The mark of what is said of a task, also of nothing. */
export const statementMark = (said: { statement: string; text: string } | null | undefined): number =>
  markOf({ statement: said?.statement ?? "", text: said?.text ?? "" });

/** The statement on one task that is called, and the sentence that was said to it. */
export const statementForm = z
  .object({
    number: key(),
    statement: z.enum(statements, { error: "task.error.chooseStatement" }),
    text: optionalWords(1_000),
    /** Mark of the statement as it was shown; see {@link statementMark}. */
    version: versionIfAny(),
  })
  .superRefine((form, context) => {
    if (form.text !== "") return;
    const late = form.statement === "delayed" || form.statement === "stuck";
    const message = late ? "task.error.sayWhy" : "task.error.saySentence";
    context.addIssue({ code: "custom", path: ["text"], message });
  });

/** What is known of a task and of whoever states it. */
export interface Against {
  facts: readonly StatementFact[];
  /** They had a hand in doing it. */
  barred: boolean;
}

/** Why a statement is refused; undefined where it may be said. */
export function refusalOf(
  statement: Statement,
  { facts, barred }: Against,
): StatementFact | "doerMayNotJudge" | undefined {
  const contradicted = contradictionOf(statement, facts);
  return contradicted ?? (statement === "done" && barred ? "doerMayNotJudge" : undefined);
}

/** The same form about one task, so that the page refuses at once what the use case would. */
export const statementFormAbout = (against: Against) =>
  statementForm.superRefine((form, context) => {
    const refused = refusalOf(form.statement, against);
    if (refused) context.addIssue({ code: "custom", path: ["statement"], message: `refusal.${refused}` });
  });
