import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { ruleProposal } from "~db/schema";
import { canSeeProposal } from "../permission";
import { advanceProposal, openStates, type ProposalEvent, type ProposalState } from "./proposal";

/** A proposal as it is stored. */
export type ProposalRow = typeof ruleProposal.$inferSelect;

/** The proposal as the ledger names it. */
export const proposalSubject = ({ id }: Pick<ProposalRow, "id">) => ({ kind: "ruleProposal", id });

/** The proposal that is still to become a version, where there is one. */
export async function openProposal(db: Queries): Promise<ProposalRow | undefined> {
  const [row] = await db
    .select()
    .from(ruleProposal)
    .where(inArray(ruleProposal.state, [...openStates]))
    .limit(1);
  return row;
}

/**
 * The open proposal as somebody was shown it, with the state that an event leads to. Refuses with `notFound` (none, or
 * not for them), `changedMeanwhile` (it was changed since) and `ruleProposalClosed`.
 */
export async function proposalFor(
  tx: Queries,
  actor: Actor,
  event: ProposalEvent,
  version: number,
): Promise<Result<{ row: ProposalRow; next: ProposalState }>> {
  const row = await openProposal(tx);
  if (!row || !canSeeProposal(actor, row)) return refuse("notFound");
  const next = advanceProposal(row.state, event);
  if (!next) return refuse("ruleProposalClosed");
  return row.version === version ? done({ row, next }) : overtaken(tx, proposalSubject(row));
}

/** Writes a proposal, as it was read; false when somebody else was quicker. */
export async function updateProposal(
  tx: Queries,
  { id, version }: ProposalRow,
  values: Partial<ProposalRow>,
): Promise<boolean> {
  const changed = await tx
    .update(ruleProposal)
    .set({ ...values, version: version + 1 })
    .where(and(eq(ruleProposal.id, id), eq(ruleProposal.version, version)))
    .returning({ id: ruleProposal.id });
  return changed.length === 1;
}
