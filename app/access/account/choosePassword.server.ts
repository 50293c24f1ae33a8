import { eq } from "drizzle-orm";
import { hashPassword } from "~/access/signIn/hashing.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { knownDevice, person } from "~db/schema";
import { endSignIns } from "./endSignIns.server";
import { dropFeed } from "./feedToken.server";
import { isGuessable } from "./passwordStrength.server";

/** A password that may be stored, as its hash. */
export interface ChosenPassword {
  hash: string;
}

/** Hashes a password that somebody chose. Refuses with `passwordWeak` at `password` what is guessed soon. */
export async function choosePassword(
  password: string,
  owner: { account: string; name: string },
): Promise<Result<ChosenPassword>> {
  if (await isGuessable(password, [owner.account, owner.name]))
    return refuse("passwordWeak", { field: "password" });
  return done({ hash: await hashPassword(password) });
}

/**
 * Stores a password, or with an empty hash none; every sign-in of the person ends, and no device is known any more. Without a
 * password their calendar feed ends too.
 */
export async function storePassword(
  tx: Queries,
  personId: string,
  { hash }: ChosenPassword,
  now: string,
): Promise<void> {
  await tx.update(person).set({ passwordHash: hash }).where(eq(person.id, personId));
  await tx.delete(knownDevice).where(eq(knownDevice.personId, personId));
  await endSignIns(tx, personId, now);
  if (hash === "") await dropFeed(tx, personId);
}
