import { eq } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import { tellSecurity } from "~/access/securityEvent";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { person } from "~db/schema";
import { type AppointInput, appointForm } from "./holdingForms";
import { insertHolding } from "./insertHolding.server";
import { mayAppoint } from "./permission";

/**
 * Puts somebody who has an account into a vacant post. Refuses with `noSuchAccount` at `account`, `postHeld`
 * at `fromDay`.
 */
export async function appointHolder(
  actor: Actor,
  input: AppointInput,
  now: string,
): Promise<Result<{ holdingId: string }>> {
  if (!mayAppoint(actor)) return refuse("notAllowed");
  const parsed = appointForm.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  const { account, postId, fromDay } = parsed.data;
  const result = await change(actor, now, async (tx, book) => {
    const [who] = await tx.select({ id: person.id }).from(person).where(eq(person.account, account)).limit(1);
    if (!who) return refuse("noSuchAccount", { field: "account" });
    const held = await insertHolding(tx, book, { postId, fromDay, personId: who.id, now });
    return held.ok ? done({ ...held.value, personId: who.id }) : held;
  });
  if (!result.ok) return result;
  tellSecurity({ event: "postGiven", at: now, account, by: actor.account, about: postId });
  await accessChanged(result.value.personId);
  return done({ holdingId: result.value.holdingId });
}
