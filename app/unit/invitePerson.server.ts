import { eq } from "drizzle-orm";
import { makeInvitation } from "~/access/account/invitation.server";
import type { Actor } from "~/access/actor";
import { tellSecurity } from "~/access/securityEvent";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { person } from "~db/schema";
import { mayAppoint } from "./permission";

/**
 * Makes the code with which somebody chooses a new password, once. What they have now stays good until then.
 * @param actor the administrator, or `system` for the installation itself
 */
export async function invitePerson(
  actor: Actor | "system",
  { personId }: { personId: string },
  now: string,
): Promise<Result<{ code: string }>> {
  if (actor !== "system" && !mayAppoint(actor)) return refuse("notAllowed");
  const result = await change(actor === "system" ? null : actor, now, async (tx, book) => {
    const [found] = await tx.select().from(person).where(eq(person.id, personId)).limit(1);
    if (!found) return refuse("notFound");
    const code = await makeInvitation(tx, personId, now);
    await book({ verb: "unit.invite", subject: { kind: "person", id: personId } });
    return done({ code, account: found.account });
  });
  if (!result.ok) return result;
  const { code, account } = result.value;
  const by = actor === "system" ? actor : actor.account;
  tellSecurity({ event: "invitationMade", at: now, account, by });
  return done({ code });
}
