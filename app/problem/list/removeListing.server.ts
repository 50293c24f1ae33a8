import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { findListing } from "~/problem/findProblem.server";
import { takesChanges } from "~/problem/listing";
import { canChangeProblem } from "~/problem/permission";
import { findProblemById } from "~/problem/scope.server";
import type { Queries } from "~db/connect";
import { listing } from "~db/schema";

/**
 * Takes problems off their street's list, all of them or none; the problems and their numbers stay. Refuses
 * with `notFound` (also another street's), `notAllowed` (a community, what it did not raise), `listClosed`,
 * `nothingChosen`, `changedMeanwhile`.
 */
export async function removeListing(
  actor: Actor,
  input: { listingIds: readonly string[] },
  now: string,
): Promise<Result<null>> {
  const chosen = [...new Set(input.listingIds)];
  if (chosen.length === 0) return refuse("nothingChosen");
  return change(actor, now, async (tx, book) => {
    for (const id of chosen) {
      const result = await removeOne(tx, book, actor, id);
      if (!result.ok) return result;
    }
    return done(null);
  });
}

async function removeOne(tx: Queries, book: Book, actor: Actor, listingId: string): Promise<Result<null>> {
  const found = await findListing(tx, listingId);
  if (!found || found.list.streetId !== actor.streetId) return refuse("notFound");
  const problem = await findProblemById(tx, actor, found.listing.problemId);
  if (!problem) return refuse("notFound");
  if (!canChangeProblem(actor, problem)) return refuse("notAllowed");
  if (!takesChanges(found.day.stage, found.list.state)) return refuse("listClosed");
  const { id, version, state } = found.listing;
  const changed = await tx
    .update(listing)
    .set({ state: "withdrawn", version: version + 1 })
    .where(and(eq(listing.id, id), eq(listing.version, version)))
    .returning({ id: listing.id });
  if (changed.length !== 1) return refuse("changedMeanwhile");
  await book({
    verb: "problem.removeListing",
    subject: { kind: "listing", id },
    scopeUnitId: found.list.streetId,
    before: { state },
    after: { state: "withdrawn", number: problem.number },
  });
  return done(null);
}
