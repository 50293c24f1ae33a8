import { eq } from "drizzle-orm";
import type { z } from "zod";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import type { Caller } from "~/access/caller.server";
import { tellSecurity } from "~/access/securityEvent";
import { clearAttempts, countAttempt, paceKey } from "~/access/signIn/attempts.server";
import { verifyPassword } from "~/access/signIn/hashing.server";
import { type Session, startSession } from "~/access/signIn/startSession.server";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { read } from "~db/read";
import { person } from "~db/schema";
import { choosePassword, storePassword } from "./choosePassword.server";
import type { changePasswordForm } from "./newPassword";

/**
 * Changes somebody's own password. All their sign-ins end; the browser at hand goes on under a new one. Refuses with
 * `wrongOwnPassword` at `current`, `passwordWeak` at `password`, `tooManyAttempts`.
 */
export async function changePassword(
  actor: Actor,
  input: Pick<z.output<typeof changePasswordForm>, "current" | "password">,
  caller: Caller,
  now: string,
): Promise<Result<Session>> {
  // Whoever finds an open page does not get to guess either.
  const keys = [paceKey("device", `own ${actor.personId}`)];
  const counted = await countAttempt(keys, now);
  if (!counted.ok) return counted;
  const [own] = await read((db) => db.select().from(person).where(eq(person.id, actor.personId)).limit(1));
  if (!own || !(await verifyPassword(own.passwordHash, input.current, true)))
    return refuse("wrongOwnPassword", { field: "current" });
  const chosen = await choosePassword(input.password, own);
  if (!chosen.ok) return chosen;
  const result = await change(actor, now, async (tx, book) => {
    await storePassword(tx, own.id, chosen.value, now);
    await clearAttempts(tx, keys);
    await book({ verb: "access.changePassword", subject: { kind: "person", id: own.id } });
    const who = { personId: own.id, postId: actor.postId };
    return done(await startSession(tx, book, who, caller, now));
  });
  if (!result.ok) return result;
  tellSecurity({ event: "passwordChanged", at: now, account: own.account, address: caller.address });
  await accessChanged(own.id);
  return result;
}
