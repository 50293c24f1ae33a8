import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { listing } from "~db/schema";
import { findListing } from "./findProblem.server";
import { takesChanges } from "./listing";
import { canChangeProblem } from "./permission";
import { findProblemById } from "./scope.server";

/**
 * Takes a problem off its street's list; the problem and its number stay. Refuses with `notFound` (also
 * another street's), `notAllowed` (a community, what it did not raise), `listClosed`, `changedMeanwhile`.
 */
export async function removeListing(
  actor: Actor,
  input: { listingId: string },
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const found = await findListing(tx, input.listingId);
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
  });
}
