import { and, eq } from "drizzle-orm";
import { generateKeyBetween } from "fractional-indexing";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { enterListing, leaveChannel } from "~/problem/enterChannel.server";
import { holds, listOfProblem } from "~/problem/findProblem.server";
import type { ProblemRow } from "~/problem/insertProblem.server";
import { canList } from "~/problem/permission";
import { findOwnProblem } from "~/problem/scope.server";
import { changeableList, lastPosition } from "~/problem/streetList.server";
import type { Queries } from "~db/connect";
import { listing } from "~db/schema";

/**
 * Puts a problem that was deferred, refused or taken off on the street's list of another month, or back on
 * the same one: the same number, one more appearance. Refuses with `notAllowed`, `notFound`, `listClosed`,
 * `alreadyListed` (it stands on a list that is still open or led to a day), or like `entryInto` where it is dealt with
 * elsewhere or is settled and no `reason` is given.
 */
export async function listAgain(
  actor: Actor,
  input: { number: string; month: string; reason?: string },
  now: string,
): Promise<Result<{ listingId: string }>> {
  return change(actor, now, (tx, book) => applyListAgain(tx, book, actor, input, now));
}

/** The same inside a transaction that changes more. */
export async function applyListAgain(
  tx: Queries,
  book: Book,
  actor: Actor,
  input: { number: string; month: string; reason?: string },
  now: string,
): Promise<Result<{ listingId: string }>> {
  const streetId = actor.streetId;
  if (!streetId || !canList(actor, "submit", { streetId })) return refuse("notAllowed");
  const row = await findOwnProblem(tx, actor, input.number);
  if (!row) return refuse("notFound");
  const listed = await putOnList(tx, book, actor, row, input, now);
  if (!listed.ok) return listed;
  await book({
    verb: "problem.listAgain",
    subject: { kind: "listing", id: listed.value.listingId },
    scopeUnitId: streetId,
    after: { number: row.number, month: input.month },
  });
  return listed;
}

/** Puts a street's problem last on its list of a month, for whoever books it. Refuses as `listAgain` does. */
export async function putOnList(
  tx: Queries,
  book: Book,
  actor: Actor,
  row: ProblemRow,
  input: { month: string; reason?: string },
  now: string,
): Promise<Result<{ listingId: string }>> {
  const open = await changeableList(tx, input.month, row.streetId);
  if (!open.ok) return open;
  const place = await listOfProblem(tx, row.id);
  const listId = open.value.list.id;
  if (place && (place.list.id === listId || holds(place)))
    return refuse("alreadyListed", { values: { number: place.day.month } });
  const listingId = await placeOn(tx, listId, row.id);
  if (place) await leaveChannel(tx, { problemId: row.id, channel: "list", subjectId: place.listing.id }, now);
  const entering = { problemId: row.id, listingId, listId, by: actor, reason: input.reason };
  const entered = await enterListing(tx, book, entering, now);
  return entered.ok ? done({ listingId }) : entered;
}

/** Puts a problem last on a list, on which it may have stood before. */
async function placeOn(tx: Queries, listId: string, problemId: string): Promise<string> {
  const position = generateKeyBetween(await lastPosition(tx, listId), null);
  const [left] = await tx
    .update(listing)
    .set({ state: "draft", submittedAt: null, position })
    .where(and(eq(listing.listId, listId), eq(listing.problemId, problemId)))
    .returning({ id: listing.id });
  if (left) return left.id;
  const id = newId();
  await tx.insert(listing).values({ id, listId, problemId, position });
  return id;
}
