import { eq } from "drizzle-orm";
import { accessChanged } from "~/access/accessChange.server";
import type { Caller } from "~/access/caller.server";
import { heldPosts } from "~/access/heldPosts.server";
import { tellSecurity } from "~/access/securityEvent";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { read } from "~db/read";
import { person } from "~db/schema";
import { clearAttempts, countAttempt, type PaceKey, paceKey, takeBackAttempt } from "./attempts.server";
import { verifyPassword } from "./hashing.server";
import { isKnownDevice } from "./knownDevice.server";
import { networkOf } from "./pace";
import { type Session, startSession } from "./startSession.server";

/** What somebody typed to sign in. */
export interface Credentials {
  account: string;
  password: string;
}

/**
 * Signs a person in and returns the tokens for the browser. Refuses with `wrongPassword`, `tooManyAttempts` (with
 * the seconds to wait), `signInBusy` or `noPost` (holds no post now). Whoever has signed in on this device before
 * is counted by the device alone: no stranger's guesses keep them out.
 */
export async function signIn(
  credentials: Credentials,
  caller: Caller,
  now: string,
): Promise<Result<Session>> {
  const account = credentials.account.toLowerCase();
  const found = await findPerson(account);
  const known = found !== undefined && (await knows(found.id, caller.device));
  const keys = keysOf(account, caller, known);
  const verified = await verifyInTurn(found?.passwordHash ?? "", credentials.password, { keys, known }, now);
  const result = verified.ok ? await enter(found!, caller, keys, now) : verified;
  const facts = { at: now, account: found?.account, address: caller.address };
  if (result.ok) tellSecurity({ event: "signIn", ...facts });
  else tellSecurity({ event: "signInRefused", ...facts, reason: result.refusal.code });
  if (result.ok && result.value.replaced) await accessChanged(result.value.replaced);
  return result;
}

async function verifyInTurn(
  passwordHash: string,
  password: string,
  { keys, known }: { keys: PaceKey[]; known: boolean },
  now: string,
): Promise<Result<null>> {
  const counted = await countAttempt(keys, now);
  if (!counted.ok) return counted;
  const matches = await verifyPassword(passwordHash, password, known);
  if (matches) return done(null);
  if (matches === false) return refuse("wrongPassword", { field: "password" });
  await takeBackAttempt(keys);
  return refuse("signInBusy");
}

async function enter(found: Found, caller: Caller, keys: PaceKey[], now: string): Promise<Result<Session>> {
  const [post] = await heldPosts(found.id, now);
  if (!post) return refuse("noPost");
  const who = { personId: found.id, postId: post.id };
  return change(who, now, async (tx, book) => {
    await clearAttempts(tx, keys);
    return done(await startSession(tx, book, who, caller, now));
  });
}

function keysOf(account: string, caller: Caller, known: boolean): PaceKey[] {
  return known
    ? [paceKey("device", `${account} ${caller.device}`)]
    : [paceKey("account", account), paceKey("address", networkOf(caller.address))];
}

type Found = typeof person.$inferSelect;

async function findPerson(account: string): Promise<Found | undefined> {
  const [row] = await read((db) => db.select().from(person).where(eq(person.account, account)).limit(1));
  return row;
}

async function knows(personId: string, device: string | undefined): Promise<boolean> {
  return device !== undefined && (await read((db) => isKnownDevice(db, device, personId)));
}
