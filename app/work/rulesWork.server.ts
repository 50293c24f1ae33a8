import type { Actor } from "~/access/actor";
import { proposalAddress } from "~/address/plans";
import { canAnswerProposal, canRules, canSeeProposal } from "~/rules/permission";
import { openProposal } from "~/rules/proposal/openProposal.server";
import type { RuleSet } from "~/rules/ruleSet";
import type { Queries } from "~db/connect";
import { answerBy } from "./taskWork.server";
import type { BareItem } from "./work";

/**
 * The proposal for the next version of the rules: for those who adopt it while it waits for them, for the office while
 * it is being drafted or was refused.
 */
export async function rulesWork(db: Queries, actor: Actor, { answers }: RuleSet): Promise<BareItem[]> {
  if (!canRules(actor, "propose") && !canRules(actor, "adopt")) return [];
  const row = await openProposal(db);
  if (!row || !canSeeProposal(actor, row)) return [];
  const item = { key: `rules-${row.id}`, until: null, to: proposalAddress };
  if (canAnswerProposal(actor, row)) {
    const until = answerBy(row.proposedAt ?? row.changedAt, answers.approveDeviation);
    return [{ ...item, until, what: { kind: "adoptRules" }, why: "adopter" }];
  }
  if (!canRules(actor, "propose")) return [];
  if (row.state === "refused")
    return [{ ...item, what: { kind: "rulesRefused" }, why: "proposed", answered: true }];
  return row.state === "draft" ? [{ ...item, what: { kind: "proposeRules" }, why: "office" }] : [];
}
