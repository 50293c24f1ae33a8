import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { ruleFeedback, ruleFeedbackAnswer } from "~db/schema";
import { insertRuleSet, type NewVersion } from "../installRuleSet.server";
import { canAnswerProposal, canRules } from "../permission";
import { parseRules } from "../ruleSet";
import { type ProposalRow, proposalFor, updateProposal } from "./openProposal.server";
import { unanswered } from "./unanswered.server";

/**
 * Adopts the proposal: it is in force, and everything that was said about rules is answered as it says. Refuses with
 * `notAllowed`, `notFound`, `ownRuleProposal` (one has proposed it oneself), `changedMeanwhile` (it is not what was seen),
 * `ruleProposalClosed`, `feedbackUnanswered`.
 */
export async function adoptProposal(
  actor: Actor,
  { version }: { version: number },
  now: string,
): Promise<Result<NewVersion>> {
  if (!canRules(actor, "adopt")) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const found = await proposalFor(tx, actor, "adopt", version);
    if (!found.ok) return found;
    const { row, next } = found.value;
    if (!canAnswerProposal(actor, row)) return refuse("ownRuleProposal");
    const open = await unanswered(tx, row.id, row.proposedAt ?? now);
    if (open.length > 0) return refuse("feedbackUnanswered", { values: { count: open.length } });
    const { title, documentNumber } = row;
    const made = await insertRuleSet(tx, book, { title, documentNumber, rules: parseRules(row.rules) }, now);
    const answered = { answeredByPersonId: actor.personId, answeredAt: now };
    if (!(await updateProposal(tx, row, { state: next, ruleSetId: made.id, ...answered })))
      return refuse("changedMeanwhile");
    await answerFeedback(tx, book, row, made, now);
    return done(made);
  });
}

async function answerFeedback(
  tx: Queries,
  book: Book,
  { id }: ProposalRow,
  made: NewVersion,
  now: string,
): Promise<void> {
  const answers = await tx.select().from(ruleFeedbackAnswer).where(eq(ruleFeedbackAnswer.proposalId, id));
  for (const { feedbackId, decision, text } of answers) {
    const answered = { decision, answer: text };
    await tx
      .update(ruleFeedback)
      .set({ ...answered, ruleSetId: made.id, answeredAt: now })
      .where(eq(ruleFeedback.id, feedbackId));
    const subject = { kind: "ruleFeedback", id: feedbackId };
    await book({
      verb: "plan.answerRule",
      subject,
      after: { ...answered, version: made.version },
      told: true,
    });
  }
}

/** Refuses the proposal, and says why: the office can change it and propose it again. Refuses like adopting. */
export async function refuseProposal(
  actor: Actor,
  { version, answer }: { version: number; answer: string },
  now: string,
): Promise<Result<null>> {
  if (!canRules(actor, "adopt")) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const found = await proposalFor(tx, actor, "refuse", version);
    if (!found.ok) return found;
    const { row, next } = found.value;
    if (!canAnswerProposal(actor, row)) return refuse("ownRuleProposal");
    const refused = { state: next, answer, answeredByPersonId: actor.personId, answeredAt: now };
    if (!(await updateProposal(tx, row, refused))) return refuse("changedMeanwhile");
    await book({
      verb: "plan.refuseRules",
      subject: { kind: "ruleProposal", id: row.id },
      before: { state: row.state },
      after: { state: next, reason: answer },
      told: true,
    });
    return done(null);
  });
}
