import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { endProposal } from "~/problem/communityProposal.server";
import { badUnitField, insertProposed, numbersOf } from "~/problem/insertProblem.server";
import { takesChanges } from "~/problem/listing";
import { offersCode } from "~/problem/offersCode.server";
import { canList, hasRaised } from "~/problem/permission";
import { badDay, type ProblemInput } from "~/problem/problemForm";
import { findStreetList } from "~/problem/streetList.server";
import { communityProposal } from "~db/schema";
import { findProposal } from "./findProposal.server";
import { proposeForm } from "./proposal";

/** What a proposed problem is called by. */
export interface Proposed {
  id: string;
  problemId: string;
  number: string;
}

/**
 * Proposes a problem for the list of one's street, as the community one acts for: it has its number, and stands beside
 * the list until the street answers. Refuses with `notAllowed`, `invalid` (naming the field), `notFound` (no such day),
 * `raisedAhead`, `wishPassed` or `listClosed` (the street cannot change its list now).
 */
export async function propose(
  actor: Actor,
  input: ProblemInput & { month: string },
  now: string,
): Promise<Result<Proposed>> {
  const { streetId } = actor;
  if (!streetId || !canList(actor, "propose", { streetId })) return refuse("notAllowed");
  const parsed = proposeForm.safeParse(input);
  if (!parsed.success) return refuse("invalid", { field: String(parsed.error.issues[0]!.path[0]) });
  const given = { ...parsed.data, communityId: actor.unitId };
  const bad = badDay(given, now);
  if (bad) return refuse(bad.code, { field: bad.field });
  return change(actor, now, async (tx, book) => {
    const found = await findStreetList(tx, input.month, streetId);
    if (!found) return refuse("notFound");
    if (!takesChanges(found.day.stage, found.list?.state ?? "draft")) return refuse("listClosed");
    const field = await badUnitField(tx, streetId, given);
    if (field) return refuse("invalid", { field });
    if (!(await offersCode(tx, found.day.id, "classes", given.problemClass)))
      return refuse("invalid", { field: "problemClass" });
    const number = (await numbersOf(tx, streetId, now))();
    const written = await insertProposed(tx, book, given, { by: actor, streetId, number }, now);
    const id = newId();
    await tx.insert(communityProposal).values({
      ...{ id, problemId: written.problemId, dayId: found.day.id, streetId, communityId: actor.unitId },
      ...{ proposedByPostId: actor.postId, proposedAt: now },
    });
    return done({ id, ...written });
  });
}

/**
 * Takes back what the community proposed, as long as the street has not answered. Refuses with `notFound` (also what
 * another community proposed), `proposalAnswered`.
 */
export async function withdrawProposal(
  actor: Actor,
  input: { id: string },
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const found = await findProposal(tx, input.id);
    if (!found || !hasRaised(actor, found.proposal)) return refuse("notFound");
    const { proposal } = found;
    const waits = proposal.state === "waiting";
    if (!waits || !(await endProposal(tx, proposal, { state: "withdrawn", answeredAt: now })))
      return refuse("proposalAnswered");
    await book({
      verb: "problem.withdrawProposal",
      subject: { kind: "communityProposal", id: proposal.id },
      scopeUnitId: proposal.streetId,
      before: { state: "waiting" },
      after: { state: "withdrawn", number: found.number },
    });
    return done(null);
  });
}
