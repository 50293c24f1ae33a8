import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { change } from "~/ledger/change.server";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { resourceOffer } from "~db/schema";
import { findNeed, needNumbered, needOf } from "./findNeed.server";
import { findOffer, offerNumbered } from "./findOffer.server";
import { canTendNeed, canTendOffer, farDay } from "./need";
import type { OfferState } from "./offer";
import { columnsOf, type declineOfferForm, type OfferValues, type withdrawOfferForm } from "./resourceForm";
import type { ShownOffer } from "./shownResource";

/**
 * Changes an offer that stands. Refuses with `notFound`, `notAllowed`, `resourceEnded`, `resourcePromised` where kind or
 * countedIn of what is promised already would change, or less is offered than is promised, `dayTooFar` at its field, `changedMeanwhile`.
 */
export async function changeOffer(
  actor: Actor,
  input: OfferValues & { number: string; version: number },
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const own = await ownOffer(tx, actor, input.number, now);
    if (!own.ok) return own;
    const offer = own.value;
    const subject = { kind: "resourceOffer", id: offer.id };
    if (offer.version !== input.version) return overtaken(tx, subject);
    const far = farDay(input, dayOf(now));
    if (far) return refuse("dayTooFar", { field: far });
    const { conditions, behalfOf, broughtBy } = input;
    const said = { ...columnsOf(input), conditions, behalfOf, broughtBy };
    const promised = offer.amount - offer.left;
    const differs = said.kind !== offer.kind || said.countedIn !== offer.countedIn;
    if (promised > 0 && differs) return refuse("resourcePromised", { field: "kind" });
    if (said.amount < promised) return refuse("resourcePromised", { field: "amount" });
    if (offer.needId !== null && said.kind !== offer.kind)
      return refuse("resourceKindDiffers", { field: "kind" });
    if (!(await updateOffer(tx, offer, said))) return overtaken(tx, subject);
    const { kind, amount, countedIn, from, until, words } = offer;
    const before = {
      ...{ kind, amount, countedIn, from, until, words },
      ...{ conditions: offer.conditions, behalfOf: offer.behalfOf, broughtBy: offer.broughtBy },
    };
    const scopeUnitId = await scopeOf(tx, actor, offer);
    await book({ verb: "resource.changeOffer", subject, scopeUnitId, before, after: said });
    return done(null);
  });
}

/** Takes an offer back; what is promised of it stays promised. Refuses like {@link changeOffer}. */
export async function withdrawOffer(
  actor: Actor,
  input: z.output<typeof withdrawOfferForm> & { number: string },
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const own = await ownOffer(tx, actor, input.number, now);
    if (!own.ok) return own;
    const { id, needId } = own.value;
    if (!(await end(tx, own.value, "withdrawn", input.reason, now))) return refuse("changedMeanwhile");
    await book({
      ...{ verb: "resource.withdrawOffer", subject: { kind: "resourceOffer", id } },
      scopeUnitId: await scopeOf(tx, actor, own.value),
      ...{ before: { state: "open" }, after: { state: "withdrawn", reason: input.reason } },
      told: needId !== null,
    });
    return done(null);
  });
}

/**
 * Does not take an offer that was made to a need. Refuses with `notFound`, `notAllowed`, `resourceEnded`,
 * `resourcePromised` where part of it is promised already.
 */
export async function declineOffer(
  actor: Actor,
  input: z.output<typeof declineOfferForm> & { number: string },
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const need = await findNeed(tx, actor, needNumbered(input.number));
    if (!need) return refuse("notFound");
    if (!canTendNeed(actor, need)) return refuse("notAllowed");
    const offer = await findOffer(tx, actor, eq(resourceOffer.id, input.offer), dayOf(now));
    if (!offer || offer.needId !== need.id) return refuse("notFound");
    if (offer.state !== "open") return refuse("resourceEnded");
    if (offer.left < offer.amount) return refuse("resourcePromised");
    if (!(await end(tx, offer, "declined", input.reason, now))) return refuse("changedMeanwhile");
    await book({
      ...{ verb: "resource.declineOffer", subject: { kind: "resourceOffer", id: offer.id } },
      scopeUnitId: need.scopeUnitId,
      ...{ before: { state: "open" }, after: { state: "declined", reason: input.reason } },
      told: true,
    });
    return done(null);
  });
}

async function ownOffer(tx: Queries, actor: Actor, number: string, now: string): Promise<Result<ShownOffer>> {
  const offer = await findOffer(tx, actor, offerNumbered(number), dayOf(now));
  if (!offer) return refuse("notFound");
  if (!canTendOffer(actor, offer)) return refuse("notAllowed");
  return offer.state === "open" ? done(offer) : refuse("resourceEnded");
}

/** Who alone reads in the ledger what happens to an offer: as of the need that it was made to. */
async function scopeOf(tx: Queries, actor: Actor, { needId }: ShownOffer): Promise<string | undefined> {
  const need = needId ? await findNeed(tx, actor, needOf(needId)) : undefined;
  return need?.scopeUnitId;
}

function end(tx: Queries, offer: ShownOffer, state: OfferState, endReason: string, endedAt: string) {
  return updateOffer(tx, offer, { state, endReason, endedAt });
}

async function updateOffer(
  tx: Queries,
  { id, version }: ShownOffer,
  columns: Partial<typeof resourceOffer.$inferInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(resourceOffer)
    .set({ ...columns, version: version + 1 })
    .where(and(eq(resourceOffer.id, id), eq(resourceOffer.version, version)))
    .returning({ id: resourceOffer.id });
  return changed.length === 1;
}
