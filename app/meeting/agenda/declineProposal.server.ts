import type { Actor } from "~/access/actor";
import { type Result, refuse } from "~/ledger/result";
import { recordOf } from "~/meeting/conduct/readRecord.server";
import { read } from "~db/read";
import { bookDecision, type ProposalDecision, proposalMutex, proposalToDecide } from "./findProposal.server";
import { proposalMark } from "./proposal";
import { standsInRecord } from "./proposedInRecord";

/**
 * Declines a proposal, with a word for its author or none. Refuses like `takeProposal`, but for what
 * only writing can meet.
 */
export function declineProposal(actor: Actor, input: ProposalDecision, now: string): Promise<Result<null>> {
  return proposalMutex.take(input.proposalId, async () => {
    const found = await read((db) => proposalToDecide(db, actor, input));
    if (!found.ok) return found;
    const { proposal, decided } = found.value;
    const { document } = await recordOf(input.slug);
    if (proposalMark(proposal, standsInRecord(document, proposal, decided)) !== input.version)
      return refuse("changedMeanwhile");
    return bookDecision(actor, input, { proposal, state: "declined" }, now);
  });
}
