import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { ruleFeedback, ruleFeedbackAnswer } from "~db/schema";
import { bookedRules } from "../bookedRules";
import type { answersForm } from "../feedback/feedback";
import { canRules } from "../permission";
import { parseRules, type RuleSet, ruleSetSchema } from "../ruleSet";
import { rulesInForce } from "../rulesOfMeeting.server";
import { type ProposalRow, proposalFor, proposalSubject, updateProposal } from "./openProposal.server";
import type { headForm, listForm, numbersForm } from "./proposal";
import { entriesOf } from "./ruleRows";

/** What is changed of a proposal: what it is called, its numbers, one of its lists, or what it answers. */
export type ProposalChange =
  | ({ part: "head" } & z.output<typeof headForm>)
  | ({ part: "numbers" } & z.output<typeof numbersForm>)
  | ({ part: "list" } & Omit<z.output<typeof listForm>, "added">)
  | ({ part: "answers" } & z.output<typeof answersForm>);

/**
 * Changes a part of the open proposal. What a list has in force and is not given any more is kept as retired. Refuses
 * with `notAllowed`, `notFound`, `invalid`, `changedMeanwhile`, `ruleProposalClosed`.
 */
export async function changeProposal(
  actor: Actor,
  input: ProposalChange,
  now: string,
): Promise<Result<{ version: number }>> {
  if (!canRules(actor, "propose")) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const found = await proposalFor(tx, actor, "change", input.version);
    if (!found.ok) return found;
    const { row } = found.value;
    const changed = await changesOf(tx, row, input);
    if (!changed.ok) return changed;
    const subject = proposalSubject(row);
    const { columns, before, after } = changed.value;
    if (!(await updateProposal(tx, row, { ...columns, changedAt: now }))) return overtaken(tx, subject);
    await book({ verb: "plan.changeRules", subject, before, after });
    return done({ version: row.version + 1 });
  });
}

interface Changed {
  columns: Partial<ProposalRow>;
  before?: object;
  after: object;
}

async function changesOf(tx: Queries, row: ProposalRow, input: ProposalChange): Promise<Result<Changed>> {
  if (input.part === "head") {
    const { title, documentNumber } = input;
    const before = { title: row.title, documentNumber: row.documentNumber };
    return done({ columns: { title, documentNumber }, before, after: { title, documentNumber } });
  }
  if (input.part === "answers") return answersOf(tx, row, input.answers);
  const rules = parseRules(row.rules);
  const next = await nextRules(tx, rules, input);
  if (!next) return refuse("invalid", { field: "entries" });
  return done({
    columns: { rules: JSON.stringify(next) },
    before: { rules: bookedRules(rules) },
    after: { rules: bookedRules(next) },
  });
}

async function nextRules(
  tx: Queries,
  rules: RuleSet,
  input: Extract<ProposalChange, { part: "numbers" | "list" }>,
): Promise<RuleSet | null> {
  if (input.part === "numbers") return { ...rules, ...input.rules };
  const { list, entries } = input;
  const inForce = (await rulesInForce(tx))?.rules.lists[list] ?? [];
  const given = entriesOf(list, entries, inForce as never);
  const parsed = given && ruleSetSchema.safeParse({ ...rules, lists: { ...rules.lists, [list]: given } });
  return parsed?.success ? parsed.data : null;
}

async function answersOf(
  tx: Queries,
  { id }: ProposalRow,
  answers: z.output<typeof answersForm>["answers"],
): Promise<Result<Changed>> {
  const said: { feedbackId: string; decision: string; text: string }[] = [];
  for (const { feedbackId, decision, text } of answers) {
    if (!decision) continue;
    const [asked] = await tx.select().from(ruleFeedback).where(eq(ruleFeedback.id, feedbackId));
    if (!asked || asked.decision) return refuse("notFound");
    await tx
      .insert(ruleFeedbackAnswer)
      .values({ proposalId: id, feedbackId, decision, text })
      .onConflictDoUpdate({
        target: [ruleFeedbackAnswer.proposalId, ruleFeedbackAnswer.feedbackId],
        set: { decision, text },
      });
    said.push({ feedbackId, decision, text });
  }
  return done({ columns: {}, after: { answers: said } });
}
