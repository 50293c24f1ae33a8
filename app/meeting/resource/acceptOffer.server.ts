import { count, eq } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { resourceOffer, resourcePromise } from "~db/schema";
import { ownNeed } from "./changeNeed.server";
import { fillSlip } from "./fillSlip.server";
import { type FoundNeed, findNeed, needOf } from "./findNeed.server";
import { findOffer } from "./findOffer.server";
import { canTendNeed, mismatch } from "./need";
import { promisesWhere } from "./promises.server";
import { readAmount } from "./resource";
import type { acceptForm, takeBackForm } from "./resourceForm";
import { slipPromise } from "./slipWords.server";
import { tellRoom } from "./topicNeeds.server";

/**
 * Takes so much of an offer for a need: it is promised from then on, and written into the slip of the resolution whose
 * need it is. Refuses with `notFound`, `notAllowed`, `resourceEnded`, `resourceKindDiffers`, `resourceDatesApart`,
 * `resourceUsedUp`, `resourceAmount`, `resourceNotEnough` for more than is left of it.
 * @returns whether the slip names it
 */
export async function acceptOffer(
  actor: Actor,
  input: z.output<typeof acceptForm> & { number: string },
  now: string,
): Promise<Result<{ onSlip: boolean }>> {
  const promised = await change(actor, now, async (tx, book, later) => {
    const own = await ownNeed(tx, actor, input.number);
    if (!own.ok) return own;
    const need = own.value;
    const offer = await findOffer(tx, actor, eq(resourceOffer.id, input.offer), dayOf(now));
    if (!offer || (offer.needId !== null && offer.needId !== need.id)) return refuse("notFound");
    const wrong = mismatch({ ...need, open: true }, { ...offer, open: offer.state === "open" }, dayOf(now));
    if (wrong) return refuse(wrong);
    const amount = readAmount(offer.kind, input.amount);
    if (amount === null) return refuse("resourceAmount", { field: "amount" });
    if (amount > offer.left) return refuse("resourceNotEnough", { field: "amount" });
    const id = newId();
    const ordinal = await nextOrdinal(tx, offer.id);
    const row = { id, needId: need.id, offerId: offer.id, ordinal, amount };
    await tx.insert(resourcePromise).values({ ...row, acceptedAt: now, acceptedByPostId: actor.postId });
    await book({
      ...{ verb: "resource.acceptOffer", subject: { kind: "resourcePromise", id } },
      scopeUnitId: need.scopeUnitId,
      after: { needId: need.id, offerId: offer.id, kind: offer.kind, amount },
      told: true,
    });
    await tellRoom(later, need.meeting?.slug);
    return done({ need, id });
  });
  if (!promised.ok) return promised;
  return done({ onSlip: await onSlip(actor, promised.value, "promised") });
}

/**
 * Takes a promise back, with the reason: what it took of the offer is free again, and the slip that is still being
 * drafted names it no more. Whose need it serves, the unit that gives and the office may. Refuses with `notFound`,
 * `notAllowed`, `resourceTakenBack`.
 */
export async function takeBackPromise(
  actor: Actor,
  input: z.output<typeof takeBackForm>,
  now: string,
): Promise<Result<null>> {
  const taken = await change(actor, now, async (tx, book, later) => {
    const found = await findPromise(tx, actor, input.promise, now);
    if (!found) return refuse("notFound");
    const { promise, need, own } = found;
    if (!own) return refuse("notAllowed");
    if (promise.takenBackAt !== null) return refuse("resourceTakenBack");
    const { reason } = input;
    await tx
      .update(resourcePromise)
      .set({ takenBackAt: now, takenBackByPostId: actor.postId, takenBackReason: reason })
      .where(eq(resourcePromise.id, promise.id));
    await book({
      ...{ verb: "resource.takeBackPromise", subject: { kind: "resourcePromise", id: promise.id } },
      scopeUnitId: need?.scopeUnitId,
      after: { takenBackAt: now, reason },
      told: true,
    });
    await tellRoom(later, need?.meeting?.slug);
    return done({ need, id: promise.id });
  });
  if (!taken.ok) return taken;
  if (taken.value.need) await onSlip(actor, { ...taken.value, need: taken.value.need }, "takenBack");
  return done(null);
}

async function nextOrdinal(tx: Queries, offerId: string): Promise<number> {
  const [row] = await tx
    .select({ given: count() })
    .from(resourcePromise)
    .where(eq(resourcePromise.offerId, offerId));
  return (row?.given ?? 0) + 1;
}

/** A promise as far as somebody sees its need or its offer, and whether it is theirs to take back. */
async function findPromise(tx: Queries, actor: Actor, id: string, now: string) {
  const [promise] = await tx.select().from(resourcePromise).where(eq(resourcePromise.id, id));
  if (!promise) return undefined;
  const need = await findNeed(tx, actor, needOf(promise.needId));
  const offer = await findOffer(tx, actor, eq(resourceOffer.id, promise.offerId), dayOf(now));
  if (!need && !offer) return undefined;
  const gives = actor.role !== "leader" && offer?.unitId === actor.unitId;
  return { promise, need, own: gives || (need !== undefined && canTendNeed(actor, need)) };
}

async function onSlip(
  actor: Actor,
  { need, id }: { need: FoundNeed; id: string },
  as: "promised" | "takenBack",
): Promise<boolean> {
  if (!need.drafted) return false;
  const [promise] = await read((db) => promisesWhere(db, eq(resourcePromise.id, id)));
  return promise ? fillSlip(actor, need, slipPromise(promise), as) : false;
}
