import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { nameOfUnit } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { resourceNeed, resourceOffer, resourcePromise, unit } from "~db/schema";
import { daysInCommon } from "./need";
import type { ShownPromise } from "./shownResource";

/** Names a promise by its offer and its place among those of that offer. */
export const promiseNumber = (offer: string, ordinal: number) => `${offer}-${ordinal}`;

/** Promises with the offer that they are of, the earliest first. What the reader may see is for the caller to say. */
export async function promisesWhere(db: Queries, where: SQL | undefined): Promise<ShownPromise[]> {
  const rows = await db
    .select({ promise: resourcePromise, offer: resourceOffer, need: resourceNeed, unit })
    .from(resourcePromise)
    .innerJoin(resourceOffer, eq(resourceOffer.id, resourcePromise.offerId))
    .innerJoin(resourceNeed, eq(resourceNeed.id, resourcePromise.needId))
    .innerJoin(unit, eq(unit.id, resourceOffer.unitId))
    .where(where)
    .orderBy(asc(resourcePromise.id));
  return rows.map(({ promise, offer, need, unit: of }) => ({
    id: promise.id,
    number: promiseNumber(offer.number, promise.ordinal),
    needId: promise.needId,
    offerNumber: offer.number,
    ...{ kind: offer.kind, amount: promise.amount, countedIn: offer.countedIn },
    ...daysInCommon(need, offer),
    unitId: of.id,
    unit: nameOfUnit(of),
    ...{ behalfOf: offer.behalfOf, words: offer.words, conditions: offer.conditions },
    acceptedAt: promise.acceptedAt,
    takenBackAt: promise.takenBackAt,
    takenBackReason: promise.takenBackReason,
  }));
}

/** How much of each offer is promised, by its id. */
export async function promisedOf(db: Queries, offerIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ offerId: resourcePromise.offerId, amount: resourcePromise.amount })
    .from(resourcePromise)
    .where(and(inArray(resourcePromise.offerId, [...offerIds]), isNull(resourcePromise.takenBackAt)));
  const sums = new Map<string, number>();
  for (const { offerId, amount } of rows) sums.set(offerId, (sums.get(offerId) ?? 0) + amount);
  return sums;
}
