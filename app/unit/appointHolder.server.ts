import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { person } from "~db/schema";
import { type AppointInput, appointForm } from "./holdingForms";
import { insertHolding } from "./insertHolding.server";
import { mayAppoint } from "./permission";
import { tellHeld } from "./tellHeld.server";

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
    return insertHolding(tx, book, { postId, fromDay, personId: who.id, now });
  });
  if (!result.ok) return result;
  await tellHeld(result.value.held, { by: actor.account, now });
  return done({ holdingId: result.value.holdingId });
}
