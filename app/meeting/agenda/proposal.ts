import { markOf } from "~/ledger/meanwhile";

/** What of an entry of the agenda somebody may propose to change. */
export const proposalKinds = ["title", "presenter", "minutes", "place"] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export const proposalStates = ["waiting", "taken", "declined"] as const;
export type ProposalState = (typeof proposalStates)[number];

/** How the entry stands that a proposal is about; `gone` where the record has it no more. */
export type EntryStanding = "open" | "decided" | "withdrawn" | "gone";

/** What stands where a proposal would write: the value, and how the entry stands. */
export interface StandsNow {
  now: string;
  entry: EntryStanding;
}

/** Makes the version of a proposal beside what stands there now: a decision is about both. */
export function proposalMark(
  proposal: { version: number; proposed: string },
  { now, entry }: StandsNow,
): number {
  return markOf({ version: String(proposal.version), proposed: proposal.proposed, now, entry });
}
