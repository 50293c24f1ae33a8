import { and, asc, eq, ne } from "drizzle-orm";
import { generateKeyBetween } from "fractional-indexing";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { findListing } from "~/problem/findProblem.server";
import { takesChanges } from "~/problem/listing";
import { canList } from "~/problem/permission";
import { findProblemById } from "~/problem/scope.server";
import type { Queries } from "~db/connect";
import { listing } from "~db/schema";

/**
 * Moves a listing to stand right after `after`, or first when that is null: one small write, nobody else's
 * place changes. Refuses with `notFound` (also another street's), `notAllowed`, `invalid` (`after` is not on
 * this list), `listClosed`, `changedMeanwhile`.
 */
export async function moveListing(
  actor: Actor,
  input: { listingId: string; after: string | null },
  now: string,
): Promise<Result<{ position: string }>> {
  return change(actor, now, (tx, book) => applyMove(tx, book, actor, input));
}

/** The same inside a transaction that changes more. */
export async function applyMove(
  tx: Queries,
  book: Book,
  actor: Actor,
  input: { listingId: string; after: string | null },
): Promise<Result<{ position: string }>> {
  const found = await findListing(tx, input.listingId);
  if (!found || found.list.streetId !== actor.streetId) return refuse("notFound");
  if (!(await findProblemById(tx, actor, found.listing.problemId))) return refuse("notFound");
  if (!canList(actor, "move", found.list)) return refuse("notAllowed");
  if (!takesChanges(found.day.stage, found.list.state)) return refuse("listClosed");
  const others = await tx
    .select({ id: listing.id, position: listing.position })
    .from(listing)
    .where(and(eq(listing.listId, found.list.id), ne(listing.id, input.listingId)))
    .orderBy(asc(listing.position));
  const at = input.after === null ? -1 : others.findIndex((other) => other.id === input.after);
  if (input.after !== null && at === -1) return refuse("invalid", { field: "after" });
  const position = generateKeyBetween(others[at]?.position ?? null, others[at + 1]?.position ?? null);
  const { id, version } = found.listing;
  const changed = await tx
    .update(listing)
    .set({ position, version: version + 1 })
    .where(and(eq(listing.id, id), eq(listing.version, version)))
    .returning({ id: listing.id });
  if (changed.length !== 1) return refuse("changedMeanwhile");
  await book({
    verb: "problem.moveListing",
    subject: { kind: "listing", id },
    scopeUnitId: found.list.streetId,
    before: { position: found.listing.position },
    after: { position },
  });
  return done({ position });
}
