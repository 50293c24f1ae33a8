import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { clearAttempts, countAttempt, type PaceKey, paceKey } from "~/access/signIn/attempts.server";
import { verifyPassword } from "~/access/signIn/hashing.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { person } from "~db/schema";

/**
 * Checks that whoever acts is the person who signed in, by their password once more, at the pace at which their own
 * password may be tried. Refuses with `wrongOwnPassword` at `password`, `tooManyAttempts`.
 * @returns what clears the attempts, inside the transaction of the act
 */
export async function confirmPassword(
  actor: Actor,
  password: string,
  now: string,
): Promise<Result<(tx: Queries) => Promise<void>>> {
  // Whoever finds an open page does not get to guess either.
  const keys: PaceKey[] = [paceKey("device", `own ${actor.personId}`)];
  const counted = await countAttempt(keys, now);
  if (!counted.ok) return counted;
  const [own] = await read((db) => db.select().from(person).where(eq(person.id, actor.personId)).limit(1));
  if (!own || !(await verifyPassword(own.passwordHash, password, true)))
    return refuse("wrongOwnPassword", { field: "password" });
  return done((tx) => clearAttempts(tx, keys));
}
