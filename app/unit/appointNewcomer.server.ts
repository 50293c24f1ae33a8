import { eq } from "drizzle-orm";
import { makeInvitation } from "~/access/account/invitation.server";
import type { Actor } from "~/access/actor";
import { tellSecurity } from "~/access/securityEvent";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { person } from "~db/schema";
import { type AppointNewcomerInput, appointNewcomerForm } from "./holdingForms";
import { insertHolding } from "./insertHolding.server";
import { personKeys } from "./nameReading.server";
import { mayAppoint } from "./permission";
import { tellHeld } from "./tellHeld.server";

/**
 * Makes an account for somebody new, puts them into a vacant post and makes the code with which they choose their
 * password. Refuses with `accountTaken` at `account`, `postHeld` at `fromDay`.
 */
export async function appointNewcomer(
  actor: Actor,
  input: AppointNewcomerInput,
  now: string,
): Promise<Result<{ code: string }>> {
  if (!mayAppoint(actor)) return refuse("notAllowed");
  const parsed = appointNewcomerForm.safeParse(input);
  if (!parsed.success) return refuse("invalid");
  const { account, name, postId, fromDay } = parsed.data;
  const result = await change(actor, now, async (tx, book) => {
    const [taken] = await tx
      .select({ id: person.id })
      .from(person)
      .where(eq(person.account, account))
      .limit(1);
    if (taken) return refuse("accountTaken", { field: "account" });
    const personId = newId();
    await tx.insert(person).values({ id: personId, account, name, passwordHash: "", ...personKeys(name) });
    await book({
      verb: "unit.createPerson",
      subject: { kind: "person", id: personId },
      after: { account, name },
    });
    const inserted = await insertHolding(tx, book, { postId, fromDay, personId, now });
    if (!inserted.ok) return inserted;
    return done({ code: await makeInvitation(tx, personId, now), held: inserted.value.held });
  });
  if (!result.ok) return result;
  const { code, held } = result.value;
  await tellHeld(held, { by: actor.account, now });
  tellSecurity({ event: "invitationMade", at: now, account, by: actor.account });
  return done({ code });
}
