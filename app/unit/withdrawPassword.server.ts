import { eq } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import { storePassword } from "~/access/account/choosePassword.server";
import type { Actor } from "~/access/actor";
import { tellSecurity } from "~/access/securityEvent";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { person } from "~db/schema";
import { mayAppoint } from "./permission";

/**
 * Withdraws somebody's password and ends all their sign-ins at once; only a new invitation lets them in again.
 * Refuses with `ownAccount`, so that an administrator does not lock the last door from inside.
 */
export async function withdrawPassword(
  actor: Actor,
  { personId }: { personId: string },
  now: string,
): Promise<Result<null>> {
  if (!mayAppoint(actor)) return refuse("notAllowed");
  if (personId === actor.personId) return refuse("ownAccount");
  const result = await change(actor, now, async (tx, book) => {
    const [found] = await tx.select().from(person).where(eq(person.id, personId)).limit(1);
    if (!found) return refuse("notFound");
    await storePassword(tx, personId, { hash: "" }, now);
    await book({ verb: "unit.withdrawPassword", subject: { kind: "person", id: personId } });
    return done(found.account);
  });
  if (!result.ok) return result;
  tellSecurity({ event: "passwordWithdrawn", at: now, account: result.value, by: actor.account });
  await accessChanged(personId);
  return done(null);
}
