import { type Actor, seesContents } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { canOffer } from "./need";
import { showNeed } from "./showNeed.server";
import type { ShownNeed } from "./shownResource";

/**
 * What the form of a new offer begins with: the need that it is made to, where it is made to one. Refuses with
 * `notAllowed`, `notFound`.
 */
export async function prepareOffer(
  actor: Actor,
  number: string | undefined,
  now: string,
): Promise<Result<{ need: ShownNeed | null }>> {
  if (!seesContents(actor)) return refuse("notFound");
  if (!canOffer(actor)) return refuse("notAllowed");
  if (!number) return done({ need: null });
  const found = await showNeed(actor, number, now);
  return found.ok ? done({ need: found.value.need }) : found;
}
