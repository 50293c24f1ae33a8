import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { read } from "~db/read";
import { arrangeAgenda } from "./editTopicInRecord.server";
import { bookDecision, type ProposalDecision, proposalMutex, proposalToDecide } from "./findProposal.server";
import { proposalMark } from "./proposal";
import { standsInRecord, writeProposed } from "./proposedInRecord";

/**
 * Takes a proposal: writes it into the live record, as an edit of whoever takes it, and tells its author. Refuses like
 * `proposalToDecide` and `arrangeAgenda`, and with `changedMeanwhile` where the proposal, or what stands in its place,
 * is another than was seen.
 */
export function takeProposal(actor: Actor, input: ProposalDecision, now: string): Promise<Result<null>> {
  return proposalMutex.take(input.proposalId, async () => {
    const found = await read((db) => proposalToDecide(db, actor, input));
    if (!found.ok) return found;
    const { proposal, decided } = found.value;
    // First into the record: if this ends in between, the proposal still waits, and taking again changes nothing.
    const written = await arrangeAgenda(actor, input.slug, proposal.topicId, (document) => {
      if (proposalMark(proposal, standsInRecord(document, proposal, decided)) !== input.version)
        return refuse("changedMeanwhile");
      writeProposed(document, proposal);
      return done(null);
    });
    return written.ok ? bookDecision(actor, input, { proposal, state: "taken" }, now) : written;
  });
}
