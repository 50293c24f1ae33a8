import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { needAddress } from "~/address/resources";
import { dayOf } from "~/calendar/day";
import type { Name } from "~/i18n/language";
import { noName } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { unitsById } from "~/unit/namedUnits.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { resourceNeed, resourcePromise } from "~db/schema";
import { needsWhere } from "./findNeed.server";
import { findOffer, offerNumbered } from "./findOffer.server";
import { canTendOffer } from "./need";
import { joinedNeeds } from "./needScope.server";
import { promisesWhere } from "./promises.server";
import { fits } from "./showNeed.server";
import type { ShownNeed, ShownOffer, ShownPromise } from "./shownResource";

/** For what something is promised: of a need that the reader does not see, whose it is and no more. */
export interface Serves {
  owner: Name;
  number: string | null;
  title: string;
  to: string | null;
}

/** Everything the page of an offer shows. */
export interface OfferPage {
  offer: ShownOffer;
  promises: (ShownPromise & { serves: Serves })[];
  /** The need it was made to. */
  madeTo: Serves | null;
  /** Open needs that it could serve, as far as the reader sees them. */
  needs: ShownNeed[];
  /** Change and take back the offer; take back what is promised of it, also when it is over. */
  can: { tend: boolean; takeBack: boolean };
}

const most = 100;

/** One offer. Refuses with `notFound` to whoever may not see it. */
export async function showOffer(actor: Actor, number: string, now: string): Promise<Result<OfferPage>> {
  return read(async (db) => {
    const today = dayOf(now);
    const offer = await findOffer(db, actor, offerNumbered(number), today);
    if (!offer) return refuse("notFound");
    const promises = await promisesWhere(db, eq(resourcePromise.offerId, offer.id));
    const needIds = [...promises.map(({ needId }) => needId), ...(offer.needId ? [offer.needId] : [])];
    const serves = await servesOf(db, actor, needIds);
    const open = and(eq(resourceNeed.state, "open"), eq(resourceNeed.kind, offer.kind));
    const needs = offer.needId === null ? await needsWhere(db, actor, open, { limit: most }) : [];
    return done({
      offer,
      promises: promises.map((one) => ({ ...one, serves: serves(one.needId) })),
      madeTo: offer.needId ? serves(offer.needId) : null,
      needs: needs.filter((need) => need.lacking > 0 && fits(need, offer, today)),
      can: {
        tend: offer.state === "open" && canTendOffer(actor, offer),
        takeBack: canTendOffer(actor, offer),
      },
    });
  });
}

async function servesOf(db: Queries, actor: Actor, ids: readonly string[]): Promise<(id: string) => Serves> {
  const which = inArray(resourceNeed.id, [...ids]);
  const seen = await needsWhere(db, actor, which);
  const all = await joinedNeeds(db).where(which);
  const units = await unitsById(
    db,
    all.map(({ owner }) => owner),
  );
  return (id) => {
    const need = seen.find((one) => one.id === id);
    if (need)
      return { owner: need.owner, number: need.number, title: need.words, to: needAddress(need.number) };
    const owner = units.get(all.find((one) => one.need.id === id)?.owner ?? "")?.name ?? noName;
    return { owner, number: null, title: "", to: null };
  };
}
