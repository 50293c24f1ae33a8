import { inArray, lt, sql } from "drizzle-orm";
import { hashToken } from "~/access/token.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { signInPace } from "~db/schema";
import { transactUnflushed } from "~db/transact";
import { countedOnce, forgottenAfter, type PaceKind, secondsToWait } from "./pace";

/** One of the things that an attempt is counted by. */
export interface PaceKey {
  kind: PaceKind;
  key: string;
}

/** Makes the key of a counter; what it is about is not to be read from it. */
export function paceKey(kind: PaceKind, about: string): PaceKey {
  return { kind, key: `${kind}:${hashToken(about)}` };
}

/**
 * Counts an attempt before anything is verified, so that of many at once only as many are verified as one after the
 * other. Refuses with `tooManyAttempts` and the seconds to wait; a refused attempt does not count.
 */
export async function countAttempt(keys: PaceKey[], now: string): Promise<Result<null>> {
  // Whoever only hammers at the door does not take the writers' turn.
  const seconds = await read((db) => longestWait(db, keys, now));
  if (seconds > 0) return refuse("tooManyAttempts", { values: { seconds } });
  // After a power cut a guesser may begin anew, which is no reason to let everybody wait for the disk.
  return transactUnflushed(async (tx) => {
    const wait = await longestWait(tx, keys, now);
    if (wait > 0) return refuse("tooManyAttempts", { values: { seconds: wait } });
    const forgotten = new Date(Date.parse(now) - forgottenAfter).toISOString();
    await tx.delete(signInPace).where(lt(signInPace.lastAt, forgotten));
    const counted = await paces(tx, keys);
    for (const { key } of keys) {
      const pace = countedOnce(counted.get(key), now);
      await tx
        .insert(signInPace)
        .values({ key, ...pace })
        .onConflictDoUpdate({ target: signInPace.key, set: pace });
    }
    return done(null);
  });
}

/** Takes an attempt back that was never verified. */
export function takeBackAttempt(keys: PaceKey[]): Promise<void> {
  return transactUnflushed((tx) => countOneLess(tx, keys));
}

/** Clears what had failed before the right password came; of an address, only that attempt itself. */
export async function clearAttempts(tx: Queries, keys: PaceKey[]): Promise<void> {
  const own = keys.filter(({ kind }) => kind !== "address").map(({ key }) => key);
  await tx.delete(signInPace).where(inArray(signInPace.key, own));
  await countOneLess(tx, keys);
}

async function countOneLess(tx: Queries, keys: PaceKey[]): Promise<void> {
  await tx
    .update(signInPace)
    .set({ failures: sql`max(${signInPace.failures} - 1, 0)` })
    .where(
      inArray(
        signInPace.key,
        keys.map(({ key }) => key),
      ),
    );
}

async function longestWait(db: Queries, keys: PaceKey[], now: string): Promise<number> {
  const found = await paces(db, keys);
  return Math.max(...keys.map(({ kind, key }) => secondsToWait(kind, found.get(key), now)));
}

async function paces(db: Queries, keys: PaceKey[]) {
  const wanted = keys.map(({ key }) => key);
  const rows = await db.select().from(signInPace).where(inArray(signInPace.key, wanted));
  return new Map(rows.map((row) => [row.key, row]));
}
