import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { resourceOffer } from "~db/schema";
import { needNumbered, needsWhere } from "./findNeed.server";
import { offersWhere } from "./findOffer.server";
import { canOffer, canTendNeed, mismatch, proposedAmount } from "./need";
import type { ShownNeed, ShownOffer } from "./shownResource";

/** An offer that a need can take, with how much is proposed to be taken. */
export type Takeable = ShownOffer & { proposed: number };

/** Everything the page of a need shows. */
export interface NeedPage {
  need: ShownNeed;
  /** Made to this need, whatever became of them. */
  offered: ShownOffer[];
  /** Of these and of what stands open: what can be taken now. */
  waiting: Takeable[];
  matches: Takeable[];
  can: { tend: boolean; offer: boolean };
}

const most = 100;

/** One need. Refuses with `notFound` to whoever does not see what it stands on. */
export async function showNeed(actor: Actor, number: string, now: string): Promise<Result<NeedPage>> {
  return read(async (db) => {
    const [need] = await needsWhere(db, actor, needNumbered(number), { limit: 1 });
    if (!need) return refuse("notFound");
    const today = dayOf(now);
    const offered = await offersWhere(db, actor, eq(resourceOffer.needId, need.id), today, { limit: most });
    const takes = takeable(need, today);
    return done({
      need,
      offered,
      waiting: takes(offered),
      matches: takes(await openOffers(db, actor, need, today)),
      can: {
        tend: need.state === "open" && canTendNeed(actor, need),
        offer: need.state === "open" && canOffer(actor) && need.ownerUnitId !== actor.unitId,
      },
    });
  });
}

/** What stands open of the kind that a need asks for. */
function openOffers(db: Queries, actor: Actor, need: ShownNeed, today: string): Promise<ShownOffer[]> {
  const where = and(
    isNull(resourceOffer.needId),
    eq(resourceOffer.kind, need.kind),
    eq(resourceOffer.state, "open"),
  );
  return offersWhere(db, actor, where, today, { limit: most });
}

/** Keeps of offers those that a need can take now. */
function takeable(need: ShownNeed, today: string) {
  return (offers: readonly ShownOffer[]): Takeable[] =>
    offers
      .filter((offer) => fits(need, offer, today))
      .map((offer) => ({ ...offer, proposed: proposedAmount(need, offer) }));
}

/** Whether an offer can serve a need on a day. */
export function fits(need: ShownNeed, offer: ShownOffer, today: string): boolean {
  const open = { ...need, open: need.state === "open" };
  return mismatch(open, { ...offer, open: offer.state === "open" }, today) === null;
}
