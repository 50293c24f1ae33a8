import { and, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { calledSame, type NameFinder, type NameFinders } from "~/access/nameFinder.server";
import { needAddress, offerAddress } from "~/address/resources";
import type { Queries } from "~db/connect";
import { resourceNeed, resourceOffer, resourcePromise } from "~db/schema";
import { needScope, offerScope } from "./needScope.server";
import { promiseNumber } from "./promises.server";

/** A need, an offer or a promise by its id, with its page. */
export interface NamedResource {
  id: string;
  number: string;
  title: string;
  to: string;
}

type Find = (db: Queries, reader: Actor, ids: string[]) => Promise<NamedResource[]>;

/** The needs that somebody sees. */
export const namedNeeds: Find = async (db, reader, ids) => {
  const { id, number, words } = resourceNeed;
  const rows = await db
    .select({ id, number, title: words })
    .from(resourceNeed)
    .where(and(inArray(id, ids), needScope(db, reader)));
  return rows.map((row) => ({ ...row, to: needAddress(row.number) }));
};

/** The offers that somebody sees; who is offered something answers at the need. */
export const namedOffers: Find = async (db, reader, ids) => {
  const { id, number, words } = resourceOffer;
  const rows = await db
    .select({ id, number, title: words, unitId: resourceOffer.unitId, needId: resourceOffer.needId })
    .from(resourceOffer)
    .where(and(inArray(id, ids), offerScope(db, reader)));
  const needs = await namedNeeds(
    db,
    reader,
    rows.flatMap(({ needId }) => needId ?? []),
  );
  return rows.map(({ unitId, needId, ...row }) => {
    const asked = unitId === reader.unitId ? undefined : needs.find((one) => one.id === needId);
    return asked ? { ...asked, id: row.id } : { ...row, to: offerAddress(row.number) };
  });
};

/** The promises of which somebody sees a side: whose need it serves by the need, who gives by the offer. */
export const namedPromises: Find = async (db, reader, ids) => {
  const rows = await db.select().from(resourcePromise).where(inArray(resourcePromise.id, ids));
  const offers = await db
    .select()
    .from(resourceOffer)
    .where(
      and(
        inArray(
          resourceOffer.id,
          rows.map(({ offerId }) => offerId),
        ),
        offerScope(db, reader),
      ),
    );
  const needs = await namedNeeds(
    db,
    reader,
    rows.map(({ needId }) => needId),
  );
  return rows.flatMap(({ id, offerId, needId, ordinal }) => {
    const offer = offers.find((one) => one.id === offerId);
    const need = needs.find((one) => one.id === needId);
    if (offer && (offer.unitId === reader.unitId || !need)) {
      const number = promiseNumber(offer.number, ordinal);
      return [{ id, number, title: offer.words, to: offerAddress(offer.number) }];
    }
    return need ? [{ ...need, id }] : [];
  });
};

const byNumber =
  (find: Find): NameFinder =>
  async (db, ids, reader) =>
    (await find(db, reader, ids)).map(({ id, number, to }) => calledSame(id, number, to));

/** Needs, offers and promises, as the ledger names them. */
export const resourceNames: NameFinders = {
  resourceNeed: byNumber(namedNeeds),
  resourceOffer: byNumber(namedOffers),
  resourcePromise: byNumber(namedPromises),
};
