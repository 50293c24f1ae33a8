import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { ruleProposal } from "~db/schema";
import { canRules } from "../permission";
import { usualRules } from "../ruleSet";
import { rulesInForce } from "../rulesOfMeeting.server";
import { openProposal } from "./openProposal.server";

/**
 * Begins a proposal for the next version with the rules in force, or those of practice. Refuses with `notAllowed` and
 * `ruleProposalOpen`: one at a time.
 */
export async function beginProposal(
  actor: Actor,
  { title }: { title: string },
  now: string,
): Promise<Result<{ id: string }>> {
  if (!canRules(actor, "propose")) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    if (await openProposal(tx)) return refuse("ruleProposalOpen");
    const base = await rulesInForce(tx);
    const id = newId();
    await tx.insert(ruleProposal).values({
      ...{ id, baseId: base?.id ?? null, title, rules: JSON.stringify(base?.rules ?? usualRules) },
      ...{ begunByPersonId: actor.personId, begunByPostId: actor.postId, begunAt: now, changedAt: now },
    });
    await book({
      verb: "plan.beginRules",
      subject: { kind: "ruleProposal", id },
      after: { title, version: base?.version },
    });
    return done({ id });
  });
}
