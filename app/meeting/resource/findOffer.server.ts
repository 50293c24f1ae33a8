import { and, desc, eq, type SQL } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { nameOfUnit } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { resourceOffer, unit } from "~db/schema";
import { offerScope } from "./needScope.server";
import { standingOf } from "./offer";
import { promisedOf } from "./promises.server";
import type { ShownOffer } from "./shownResource";

/**
 * Offers with what is left of them, the newest first, as far as somebody may see them.
 * @param today YYYY-MM-DD
 */
export async function offersWhere(
  db: Queries,
  reader: Actor,
  where: SQL | undefined,
  today: string,
  page: { limit: number } = { limit: 200 },
): Promise<ShownOffer[]> {
  const rows = await db
    .select({ offer: resourceOffer, unit })
    .from(resourceOffer)
    .innerJoin(unit, eq(unit.id, resourceOffer.unitId))
    .where(and(where, offerScope(db, reader)))
    .orderBy(desc(resourceOffer.id))
    .limit(page.limit);
  const promised = await promisedOf(
    db,
    rows.map(({ offer }) => offer.id),
  );
  return rows.map(({ offer, unit: of }) => {
    const { createdByPostId: _by, ...shown } = offer;
    const left = offer.amount - (promised.get(offer.id) ?? 0);
    return { ...shown, unit: nameOfUnit(of), left, standing: standingOf({ ...offer, left }, today) };
  });
}

/** One of them, by its number or id. */
export async function findOffer(
  db: Queries,
  reader: Actor,
  which: SQL,
  today: string,
): Promise<ShownOffer | undefined> {
  const [found] = await offersWhere(db, reader, which, today, { limit: 1 });
  return found;
}

/** Names an offer by its number. */
export const offerNumbered = (number: string) => eq(resourceOffer.number, number);
