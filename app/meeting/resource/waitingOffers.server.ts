import { and, asc, eq, gte, inArray, isNull, notExists, or, sql } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { resourceNeed, resourceOffer, resourcePromise } from "~db/schema";
import { needsOwnedBy } from "./needScope.server";

/**
 * Offers that were made to the open needs of a unit and are not answered: nothing of them is taken, and they are not
 * declined, taken back or over.
 * @param today YYYY-MM-DD
 */
export async function waitingOffers(db: Queries, unitId: string, today: string, most: number) {
  const taken = db
    .select({ one: sql`1` })
    .from(resourcePromise)
    .where(and(eq(resourcePromise.offerId, resourceOffer.id), isNull(resourcePromise.takenBackAt)));
  return db
    .select({ id: resourceOffer.id, number: resourceNeed.number, words: resourceNeed.words })
    .from(resourceOffer)
    .innerJoin(resourceNeed, and(eq(resourceNeed.id, resourceOffer.needId), eq(resourceNeed.state, "open")))
    .where(
      and(
        eq(resourceOffer.state, "open"),
        inArray(resourceOffer.needId, needsOwnedBy(db, unitId)),
        or(isNull(resourceOffer.until), gte(resourceOffer.until, today)),
        notExists(taken),
      ),
    )
    .orderBy(asc(resourceOffer.id))
    .limit(most);
}
