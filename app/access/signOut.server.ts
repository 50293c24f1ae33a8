import { eq } from "drizzle-orm";
import { change } from "~/ledger/change.server";
import { done, type Result } from "~/ledger/result";
import { signIn } from "~db/schema";
import { accessChanged } from "./accessChange.server";
import type { Actor } from "./actor";
import { tellSecurity } from "./securityEvent";

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
