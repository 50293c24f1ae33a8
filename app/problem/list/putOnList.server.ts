import { and, eq } from "drizzle-orm";
import { generateKeyBetween } from "fractional-indexing";
import type { Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { lastPosition } from "~/problem/streetList.server";
import type { Queries } from "~db/connect";
import { listing } from "~db/schema";

/**
 * Puts a problem that exists at the end of a street's list, inside the caller's transaction: one more appearance, or the
 * one it had there before it was taken off.
 * @returns the id of the listing
 */
export async function putOnList(
  tx: Queries,
  book: Book,
  problem: { id: string; number: string },
  list: { id: string; streetId: string; month: string },
): Promise<string> {
  const position = generateKeyBetween(await lastPosition(tx, list.id), null);
  const [left] = await tx
    .update(listing)
    .set({ state: "draft", submittedAt: null, position })
    .where(and(eq(listing.listId, list.id), eq(listing.problemId, problem.id)))
    .returning({ id: listing.id });
  const id = left?.id ?? newId();
  if (!left) await tx.insert(listing).values({ id, listId: list.id, problemId: problem.id, position });
  await book({
    verb: "problem.listAgain",
    subject: { kind: "listing", id },
    scopeUnitId: list.streetId,
    after: { number: problem.number, month: list.month },
  });
  return id;
}
