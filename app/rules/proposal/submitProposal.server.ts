import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { canRules } from "../permission";
import { isSame, ruleDifference } from "../ruleDifference";
import { parseRules } from "../ruleSet";
import { rulesInForce } from "../rulesOfMeeting.server";
import { proposalFor, updateProposal } from "./openProposal.server";
import { unanswered } from "./unanswered.server";

/**
 * Puts the proposal before those who adopt it. Refuses with `notAllowed`, `notFound`, `changedMeanwhile`,
 * `ruleProposalClosed`, `documentNumberNeeded`, `rulesUnchanged` (it says what is in force) and `feedbackUnanswered`.
 */
export async function submitProposal(
  actor: Actor,
  { version }: { version: number },
  now: string,
): Promise<Result<null>> {
  if (!canRules(actor, "propose")) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const found = await proposalFor(tx, actor, "submit", version);
    if (!found.ok) return found;
    const { row, next } = found.value;
    if (row.documentNumber === "") return refuse("documentNumberNeeded");
    const inForce = await rulesInForce(tx);
    if (inForce && isSame(ruleDifference(inForce.rules, parseRules(row.rules))))
      return refuse("rulesUnchanged");
    const open = await unanswered(tx, row.id, now);
    if (open.length > 0) return refuse("feedbackUnanswered", { values: { count: open.length } });
    const proposed = { state: next, proposedByPersonId: actor.personId, proposedAt: now, answer: "" };
    if (!(await updateProposal(tx, row, proposed))) return refuse("changedMeanwhile");
    await book({
      verb: "plan.proposeRules",
      subject: { kind: "ruleProposal", id: row.id },
      before: { state: row.state },
      after: { state: next },
      told: true,
    });
    return done(null);
  });
}

/** Takes the proposal back: nothing comes of it. Refuses like {@link submitProposal}. */
export async function withdrawProposal(
  actor: Actor,
  { version }: { version: number },
  now: string,
): Promise<Result<null>> {
  if (!canRules(actor, "propose")) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const found = await proposalFor(tx, actor, "withdraw", version);
    if (!found.ok) return found;
    const { row, next } = found.value;
    if (!(await updateProposal(tx, row, { state: next }))) return refuse("changedMeanwhile");
    const subject = { kind: "ruleProposal", id: row.id };
    await book({ verb: "plan.withdrawRules", subject, before: { state: row.state }, after: { state: next } });
    return done(null);
  });
}
