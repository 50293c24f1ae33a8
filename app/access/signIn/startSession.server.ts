import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Caller } from "~/access/caller.server";
import { signInLifetimeMs } from "~/access/sessionLife";
import { hashToken, newToken } from "~/access/token.server";
import type { Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import type { Queries } from "~db/connect";
import { knownDevice, signIn } from "~db/schema";
import { isKnownDevice } from "./knownDevice.server";

/** What a browser gets for a sign-in. */
export interface Session {
  token: string;
  /** Known from now on to whoever signed in. */
  device: string;
  /** How long the token is kept. */
  seconds: number;
  /** Whose sign-in in the same browser has ended by it; null where nobody was signed in. */
  replaced: string | null;
}

// One more pushes out the one that was used longest ago.
const mostDevices = 20;

/**
 * Signs somebody in, in the caller's transaction: always under a new token, and whatever the browser was signed in
 * as before has ended.
 */
export async function startSession(
  tx: Queries,
  book: Book,
  who: { personId: string; postId: string },
  caller: Caller,
  now: string,
): Promise<Session> {
  const replaced = caller.session ? await endSession(tx, caller.session, now) : null;
  const token = newToken();
  const id = newId();
  await tx.insert(signIn).values({
    id,
    tokenHash: hashToken(token),
    ...who,
    createdAt: now,
    lastUsedAt: now,
    expiresAt: new Date(Date.parse(now) + signInLifetimeMs).toISOString(),
    address: caller.address,
    browser: caller.browser,
  });
  await book({ verb: "access.signIn", subject: { kind: "signIn", id } });
  const device = await rememberDevice(tx, who.personId, caller.device, now);
  return { token, device, seconds: signInLifetimeMs / 1000, replaced };
}

async function endSession(tx: Queries, token: string, now: string): Promise<string | null> {
  const [ended] = await tx
    .update(signIn)
    .set({ endedAt: now })
    .where(and(eq(signIn.tokenHash, hashToken(token)), isNull(signIn.endedAt)))
    .returning({ personId: signIn.personId });
  return ended?.personId ?? null;
}

async function rememberDevice(tx: Queries, personId: string, sent: string | undefined, now: string) {
  // A token that was not made here is somebody else's idea.
  const device = sent && (await isKnownDevice(tx, sent)) ? sent : newToken();
  await tx
    .insert(knownDevice)
    .values({ tokenHash: hashToken(device), personId, usedAt: now })
    .onConflictDoUpdate({ target: [knownDevice.tokenHash, knownDevice.personId], set: { usedAt: now } });
  const devices = await tx
    .select({ tokenHash: knownDevice.tokenHash })
    .from(knownDevice)
    .where(eq(knownDevice.personId, personId))
    .orderBy(desc(knownDevice.usedAt));
  const hashes = devices.slice(mostDevices).map(({ tokenHash }) => tokenHash);
  if (hashes.length > 0)
    await tx
      .delete(knownDevice)
      .where(and(eq(knownDevice.personId, personId), inArray(knownDevice.tokenHash, hashes)));
  return device;
}
