import { eq } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import { tellSecurity } from "~/access/securityEvent";
import { change } from "~/ledger/change.server";
import { done, type Result } from "~/ledger/result";
import { signIn } from "~db/schema";

/** Ends the sign-in this request came with; its live connections end at once. */
export async function signOut(actor: Actor, now: string): Promise<Result<null>> {
  const result = await change(actor, now, async (tx, book) => {
    await tx.update(signIn).set({ endedAt: now }).where(eq(signIn.id, actor.signInId));
    await book({ verb: "access.signOut", subject: { kind: "signIn", id: actor.signInId } });
    return done(null);
  });
  tellSecurity({ event: "signOut", at: now, account: actor.account });
  await accessChanged(actor.personId);
  return result;
}
