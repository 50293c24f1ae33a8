import { and, eq, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { endProposal } from "~/problem/communityProposal.server";
import { putOnList } from "~/problem/list/carryToNextList.server";
import { canAnswerProposal } from "~/problem/permission";
import { findOwnProblem } from "~/problem/scope.server";
import { changeableList } from "~/problem/streetList.server";
import type { Queries } from "~db/connect";
import { listing } from "~db/schema";
import { findProposal } from "./findProposal.server";
import { canBeAdopted, type ProposalState } from "./proposal";

/** A proposal that came onto the list. */
export interface Adopted {
  number: string;
  listingId: string;
}

/**
 * Takes proposals of the street's communities onto its list of a month, all of them or none; each keeps its number and
 * comes last. What was declined can still be taken. Refuses with `notFound` (also another street's), `notAllowed`,
 * `proposalAnswered`, `listClosed`, `nothingChosen`.
 */
export async function adoptProposals(
  actor: Actor,
  input: { month: string; ids: readonly string[] },
  now: string,
): Promise<Result<Adopted[]>> {
  const ids = [...new Set(input.ids)];
  if (ids.length === 0) return refuse("nothingChosen");
  return change(actor, now, async (tx, book) => {
    const adopted: Adopted[] = [];
    for (const id of ids) {
      const found = await answerable(tx, actor, id, canBeAdopted);
      if (!found.ok) return found;
      const { number } = found.value;
      const row = await findOwnProblem(tx, actor, number);
      if (!row) return refuse("notFound");
      // Coming onto a list adopts it.
      const listed = await putOnList(tx, book, actor, row, { month: input.month }, now);
      if (!listed.ok) return listed;
      adopted.push({ number, listingId: listed.value.listingId });
    }
    return done(adopted);
  });
}

/**
 * Merges a proposal into a problem that stands on the street's list of a month already: the list keeps one row, the
 * words of both stay, and the row names the community. Refuses with `notFound` (also when the problem is not on the
 * list), `notAllowed`, `proposalAnswered`, `listClosed`.
 */
export async function mergeProposal(
  actor: Actor,
  input: { month: string; id: string; into: string },
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const found = await answerable(tx, actor, input.id, isWaiting);
    if (!found.ok) return found;
    const list = await changeableList(tx, input.month, found.value.proposal.streetId);
    if (!list.ok) return list;
    const carrier = await findOwnProblem(tx, actor, input.into);
    if (!carrier || !(await standsOn(tx, list.value.list.id, carrier.id))) return refuse("notFound");
    const more = { intoProblemId: carrier.id };
    return answer(
      tx,
      book,
      actor,
      found.value,
      { state: "merged", more, said: { into: carrier.number } },
      now,
    );
  });
}

/**
 * Declines a proposal with a reason, which its community reads and nobody else. Refuses with `notFound`, `notAllowed`,
 * `proposalAnswered`.
 */
export async function declineProposal(
  actor: Actor,
  input: { id: string; text: string },
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const found = await answerable(tx, actor, input.id, isWaiting);
    if (!found.ok) return found;
    const { text } = input;
    const said = { decisionText: text };
    return answer(tx, book, actor, found.value, { state: "declined", more: { answer: text }, said }, now);
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof findProposal>>>;

const isWaiting = (state: ProposalState) => state === "waiting";

async function answerable(
  tx: Queries,
  actor: Actor,
  id: string,
  takes: (state: ProposalState) => boolean,
): Promise<Result<Found>> {
  const found = await findProposal(tx, id);
  if (!found || found.proposal.streetId !== actor.streetId) return refuse("notFound");
  // Another community does not learn of it.
  if (!canAnswerProposal(actor, found.proposal))
    return refuse(found.proposal.communityId === actor.unitId ? "notAllowed" : "notFound");
  return takes(found.proposal.state) ? done(found) : refuse("proposalAnswered");
}

async function standsOn(tx: Queries, listId: string, problemId: string): Promise<boolean> {
  const place = and(eq(listing.listId, listId), eq(listing.problemId, problemId));
  const rows = await tx
    .select({ id: listing.id })
    .from(listing)
    .where(and(place, ne(listing.state, "withdrawn")));
  return rows.length > 0;
}

interface Answer {
  state: "merged" | "declined";
  more: { answer?: string; intoProblemId?: string };
  said: Record<string, string>;
}

const verbs = { merged: "problem.mergeProposal", declined: "problem.declineProposal" } as const;

async function answer(
  tx: Queries,
  book: Book,
  actor: Actor,
  { proposal, number }: Found,
  { state, more, said }: Answer,
  now: string,
): Promise<Result<null>> {
  const answered = { state, answeredByPostId: actor.postId, answeredAt: now, ...more };
  if (!(await endProposal(tx, proposal, answered))) return refuse("proposalAnswered");
  await book({
    verb: verbs[state],
    subject: { kind: "communityProposal", id: proposal.id },
    scopeUnitId: proposal.streetId,
    before: { state: proposal.state },
    after: { state, number, ...said },
    told: true,
  });
  return done(null);
}
