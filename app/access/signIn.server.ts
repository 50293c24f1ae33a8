import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { and, eq, gt, lt } from "drizzle-orm";
import { dayOf } from "~/calendar/day";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { read } from "~db/read";
import { person, signInFailure, signIn as signInTable } from "~db/schema";
import { transact } from "~db/transact";
import { heldPosts } from "./heldPosts.server";
import { hashToken, signInLifetimeMs } from "./session.server";

const windowMs = 15 * 60 * 1000;
const maxFailures = 10;
// Verified when the account does not exist, so that the answer takes as long as for one that does.
let decoy: Promise<string> | undefined;
const decoyHash = () => (decoy ??= hash(randomBytes(16).toString("hex")));

/**
 * Signs a person in and returns the token for the cookie. Refuses with `wrongPassword`, `tooManyAttempts`
 * (10 failures in 15 minutes for the account or the address) or `noPost` (holds no post today).
 */
export async function signIn(
  input: { account: string; password: string; address: string },
  now: string,
): Promise<Result<{ token: string }>> {
  const keys = [`account:${input.account}`, `address:${input.address}`];
  if (await tooMany(keys, now)) return refuse("tooManyAttempts");
  const found = await findPerson(input.account);
  const matches = await verify(found?.passwordHash ?? (await decoyHash()), input.password);
  if (!found || !matches) {
    await countFailure(keys, now);
    return refuse("wrongPassword", { field: "password" });
  }
  const [post] = await heldPosts(found.id, dayOf(now));
  if (!post) return refuse("noPost");
  return change({ personId: found.id, postId: post.id }, now, async (tx, book) => {
    const token = randomBytes(32).toString("base64url");
    const id = newId();
    await tx.insert(signInTable).values({
      id,
      tokenHash: hashToken(token),
      personId: found.id,
      postId: post.id,
      createdAt: now,
      expiresAt: new Date(Date.parse(now) + signInLifetimeMs).toISOString(),
    });
    await book({ verb: "access.signIn", subject: { kind: "signIn", id } });
    return done({ token });
  });
}

async function findPerson(account: string) {
  const rows = await read((db) => db.select().from(person).where(eq(person.account, account)).limit(1));
  return rows[0];
}

async function tooMany(keys: string[], now: string): Promise<boolean> {
  const since = new Date(Date.parse(now) - windowMs).toISOString();
  for (const key of keys) {
    const rows = await read((db) =>
      db
        .select({ id: signInFailure.id })
        .from(signInFailure)
        .where(and(eq(signInFailure.key, key), gt(signInFailure.at, since)))
        .limit(maxFailures),
    );
    if (rows.length >= maxFailures) return true;
  }
  return false;
}

async function countFailure(keys: string[], now: string): Promise<void> {
  const since = new Date(Date.parse(now) - windowMs).toISOString();
  await transact(async (tx) => {
    await tx.delete(signInFailure).where(lt(signInFailure.at, since));
    for (const key of keys) await tx.insert(signInFailure).values({ key, at: now, id: newId() });
  });
}
