import { z } from "zod";
import { markOf } from "~/ledger/meanwhile";
import { contradictionOf, type Statement, type StatementFact, statements } from "~/task/statement";
import { key, keys, optionalWords, versionIfAny, words } from "~/value/fields";

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

/** A task as it was shown in the list of those due later. */
export interface SeenTask {
  number: string;
  version: number;
}

/** How a task that is shown stands in the form, such as "RW-2026-0042/3". */
export const seenTask = ({ number, version }: SeenTask): string => `${number}/${version}`;

const mostNoted = 500;

/** All tasks due later that were shown, to be noted in one press. */
export const dueLaterForm = z.object({
  seen: keys(mostNoted)
    .default([])
    .transform((shown) =>
      shown.map((one): SeenTask => {
        const [number = "", version] = one.split("/");
        return { number, version: Number(version) };
      }),
    ),
});

/** The task that is to be called by itself. */
export const callForm = z.object({ number: key() });

/** Why topics begin before the look-back is complete. */
export const beginForm = z.object({ reason: words(500) });
