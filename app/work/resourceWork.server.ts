import { type Actor, seesContents } from "~/access/actor";
import { needAddress } from "~/address/resources";
import { waitingOffers } from "~/meeting/resource/waitingOffers.server";
import type { Queries } from "~db/connect";
import type { BareItem } from "./work";

const most = 50;

/** Offers that were made to a need of one's own unit and wait for its answer. */
export async function resourceWork(db: Queries, actor: Actor, today: string): Promise<BareItem[]> {
  if (!seesContents(actor) || actor.role === "leader") return [];
  const rows = await waitingOffers(db, actor.unitId, today, most);
  return rows.map(({ id, number, words }) => ({
    key: `offer-${id}`,
    what: { kind: "answerOffer" },
    why: "needed",
    problem: { number, title: words },
    until: null,
    to: `${needAddress(number)}#answer`,
  }));
}
