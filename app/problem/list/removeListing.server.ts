import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import { enterListing, leaveChannel } from "~/problem/enterChannel.server";
import { findListing, holds, listOfProblem } from "~/problem/findProblem.server";
import type { ProblemRow } from "~/problem/insertProblem.server";
import { takesChanges } from "~/problem/listing";
import { canChangeProblem } from "~/problem/permission";
import { findOwnProblem, findProblemById } from "~/problem/scope.server";
import { findStreetList } from "~/problem/streetList.server";
import type { Queries } from "~db/connect";
import { listing } from "~db/schema";
import { saysOtherwise } from "./editProblem.server";

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
      const result = await removeOne(tx, book, actor, id, now);
      if (!result.ok) return result;
    }
    return done(null);
  });
}

/**
 * Takes back a row that was made by mistake: the same inside a transaction that changes more, as long as the problem
 * says what was written into it. Anything else there is `changedMeanwhile`.
 */
export async function takeBackRow(
  tx: Queries,
  book: Book,
  actor: Actor,
  { number, was }: { number: string; was: Record<string, unknown> },
  now: string,
): Promise<Result<null>> {
  const row = await findOwnProblem(tx, actor, number);
  const place = row && (await listOfProblem(tx, row.id));
  if (!place) return refuse("notFound");
  if (await saysOtherwise(tx, row, was)) return overtaken(tx, { kind: "problem", id: row.id });
  return removeOne(tx, book, actor, place.listing.id, now);
}

/**
 * Puts problems back on the list they were taken off, each at its old place, all of them or none. Refuses with
 * `notFound` (also another street's, and what is not off the list), `notAllowed`, `listClosed`, `alreadyListed` (it
 * stands on another list since), `nothingChosen`, `changedMeanwhile`.
 */
export async function putListingBack(
  actor: Actor,
  input: { listingIds: readonly string[] },
  now: string,
): Promise<Result<null>> {
  const chosen = [...new Set(input.listingIds)];
  if (chosen.length === 0) return refuse("nothingChosen");
  return change(actor, now, async (tx, book) => {
    for (const id of chosen) {
      const result = await putOneBack(tx, book, actor, id, now);
      if (!result.ok) return result;
    }
    return done(null);
  });
}

async function putOneBack(
  tx: Queries,
  book: Book,
  actor: Actor,
  id: string,
  now: string,
): Promise<Result<null>> {
  const found = await ownListing(tx, actor, id);
  if (!found.ok) return found;
  const { listing: off, problem } = found.value;
  if (off.state !== "withdrawn") return refuse("notFound");
  const elsewhere = await listOfProblem(tx, problem.id);
  if (elsewhere && holds(elsewhere))
    return refuse("alreadyListed", { values: { number: elsewhere.day.month } });
  if (elsewhere)
    await leaveChannel(tx, { problemId: problem.id, channel: "list", subjectId: elsewhere.listing.id }, now);
  const place = { problemId: problem.id, listingId: off.id, listId: off.listId, by: actor };
  const entered = await enterListing(tx, book, place, now);
  if (!entered.ok) return entered;
  return setState(tx, book, found.value, { verb: "problem.putListingBack", state: "draft" });
}

/** Puts a row back that was taken off the month's list in its table: the same inside a transaction that changes more. */
export async function putRowBack(
  tx: Queries,
  book: Book,
  actor: Actor,
  { month, number }: { month: string; number: string },
  now: string,
): Promise<Result<null>> {
  const row = await findOwnProblem(tx, actor, number);
  const found = row && (await findStreetList(tx, month, row.streetId));
  if (!found?.list) return refuse("notFound");
  const [place] = await tx
    .select({ id: listing.id })
    .from(listing)
    .where(and(eq(listing.listId, found.list.id), eq(listing.problemId, row!.id)));
  return place ? putOneBack(tx, book, actor, place.id, now) : refuse("notFound");
}

type Own = NonNullable<Awaited<ReturnType<typeof findListing>>> & { problem: ProblemRow };

/** A place on the actor's own list while that may change. */
async function ownListing(tx: Queries, actor: Actor, listingId: string): Promise<Result<Own>> {
  const found = await findListing(tx, listingId);
  if (!found || found.list.streetId !== actor.streetId) return refuse("notFound");
  const problem = await findProblemById(tx, actor, found.listing.problemId);
  if (!problem) return refuse("notFound");
  if (!canChangeProblem(actor, problem)) return refuse("notAllowed");
  if (!takesChanges(found.day.stage, found.list.state)) return refuse("listClosed");
  return done({ ...found, problem });
}

async function setState(
  tx: Queries,
  book: Book,
  { listing: { id, version, state: old }, list, problem }: Own,
  { verb, state }: { verb: string; state: "draft" | "withdrawn" },
): Promise<Result<null>> {
  const changed = await tx
    .update(listing)
    .set({ state, version: version + 1 })
    .where(and(eq(listing.id, id), eq(listing.version, version)))
    .returning({ id: listing.id });
  if (changed.length !== 1) return refuse("changedMeanwhile");
  await book({
    verb,
    subject: { kind: "listing", id },
    scopeUnitId: list.streetId,
    before: { state: old },
    after: { state, number: problem.number },
  });
  return done(null);
}

async function removeOne(
  tx: Queries,
  book: Book,
  actor: Actor,
  id: string,
  now: string,
): Promise<Result<null>> {
  const found = await ownListing(tx, actor, id);
  if (!found.ok) return found;
  await leaveChannel(tx, { problemId: found.value.problem.id, channel: "list", subjectId: id }, now);
  return setState(tx, book, found.value, { verb: "problem.removeListing", state: "withdrawn" });
}
