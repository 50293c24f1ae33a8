import { type Actor, seesContents } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { resourceOffer } from "~db/schema";
import { findNeed, needNumbered } from "./findNeed.server";
import { canOffer, farDay } from "./need";
import { nextNumber } from "./nextNumber.server";
import { columnsOf, type OfferValues } from "./resourceForm";

/**
 * Offers what one's unit has, also on behalf of an organisation outside the district: to one need that one sees, or
 * open. Refuses with `notAllowed`, `notFound`, `resourceEnded` for a need that is not open, `resourceKindDiffers`, `dayTooFar` at
 * its field.
 * @returns its number
 */
export async function addOffer(
  actor: Actor,
  input: OfferValues & { need?: string },
  now: string,
): Promise<Result<{ number: string; need: string | null }>> {
  if (!seesContents(actor)) return refuse("notFound");
  if (!canOffer(actor)) return refuse("notAllowed");
  const far = farDay(input, dayOf(now));
  if (far) return refuse("dayTooFar", { field: far });
  return change(actor, now, async (tx, book) => {
    const need = input.need ? await findNeed(tx, actor, needNumbered(input.need)) : undefined;
    if (input.need && !need) return refuse("notFound");
    if (need && need.state !== "open") return refuse("resourceEnded");
    if (need && need.kind !== input.kind) return refuse("resourceKindDiffers", { field: "kind" });
    const id = newId();
    const number = await nextNumber(tx, "GJ", dayOf(now).slice(0, 4));
    const { conditions, behalfOf, broughtBy } = input;
    const said = { ...columnsOf(input), conditions, behalfOf, broughtBy };
    const row = { id, number, unitId: actor.unitId, needId: need?.id ?? null, ...said };
    await tx.insert(resourceOffer).values({ ...row, createdAt: now, createdByPostId: actor.postId });
    const subject = { kind: "resourceOffer", id };
    const { id: _id, ...after } = row;
    // What is offered to one need is read by those who see both.
    const scopeUnitId = need?.scopeUnitId;
    await book({ verb: "resource.addOffer", subject, scopeUnitId, after, told: need !== undefined });
    return done({ number, need: need?.number ?? null });
  });
}
