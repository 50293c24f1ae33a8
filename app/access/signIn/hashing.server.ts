import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { Semaphore } from "async-mutex";

// Hashing is slow on purpose. One at a time leaves the other threads to files and the other cores to everybody's pages.
const turn = new Semaphore(1);
const mostWaiting = 60;
const [inNoHurry, first] = [0, 1];
let waiting = 0;

/**
 * Whether a password is that of a hash; an empty hash is nobody's, and takes as long to find out. Answers null where
 * too many wait already.
 * @param known whoever has signed in on the device before goes first and always finds a place
 */
export async function verifyPassword(
  passwordHash: string,
  password: string,
  known: boolean,
): Promise<boolean | null> {
  if (!known && waiting >= mostWaiting) return null;
  waiting += 1;
  try {
    return await turn.runExclusive(() => verifyNow(passwordHash, password), 1, known ? first : inNoHurry);
  } finally {
    waiting -= 1;
  }
}

async function verifyNow(passwordHash: string, password: string): Promise<boolean> {
  const matches = await verify(passwordHash || (await decoyHash()), password);
  return matches && passwordHash !== "";
}

/** Hashes a password to be stored. */
export function hashPassword(password: string): Promise<string> {
  return turn.runExclusive(() => hash(password), 1, first);
}

// Verified when the account does not exist, so that the answer takes as long as for one that does.
let decoy: Promise<string> | undefined;
const decoyHash = () => (decoy ??= hash(randomBytes(16).toString("hex")));
