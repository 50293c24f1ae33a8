import { and, eq, isNull } from "drizzle-orm";
import { NotStored } from "~db/notStored";
import { read } from "~db/read";
import { person, signIn } from "~db/schema";
import { transact } from "~db/transact";
import type { Actor } from "./actor";
import { actorIn } from "./actorIn";
import { sessionToken } from "./cookie.server";
import type { HeldPost } from "./heldPost";
import { heldPosts } from "./heldPosts.server";
import { isOpen, lastUse, useNotedEveryMs } from "./sessionLife";
import { hashToken } from "./token.server";

/** A signed-in person with every post they hold now. */
export interface SignedIn {
  actor: Actor;
  posts: Pick<HeldPost, "id" | "title" | "unitName" | "standsIn">[];
}

/**
 * Who sends this Cookie header at `now` (UTC instant); null when nobody is signed in, the sign-in has ended
 * or its post is no longer held. A person whose acting post ended falls back to another one they hold.
 */
export async function signedIn(
  cookieHeader: string | null | undefined,
  now: string,
): Promise<SignedIn | null> {
  const token = sessionToken(cookieHeader);
  if (!token) return null;
  const session = await loadSession(eq(signIn.tokenHash, hashToken(token)), now);
  return session && toSignedIn(session, now);
}

/** The same for a known sign-in; live connections are re-checked with it. */
export async function signedInById(signInId: string, now: string): Promise<SignedIn | null> {
  const session = await loadSession(eq(signIn.id, signInId), now);
  return session && toSignedIn(session, now);
}

async function loadSession(which: ReturnType<typeof eq>, now: string) {
  const [row] = await read((db) =>
    db
      .select({ session: signIn, account: person.account, name: person.name })
      .from(signIn)
      .innerJoin(person, eq(person.id, signIn.personId))
      .where(and(which, isNull(signIn.endedAt)))
      .limit(1),
  );
  if (!row || !isOpen(row.session, now)) return null;
  if (Date.parse(now) - Date.parse(lastUse(row.session)) > useNotedEveryMs)
    await noteUse(row.session.id, now);
  return row;
}

// What a page shows does not depend on it; it is what keeps the sign-in open. On a full disk pages are read all the same.
async function noteUse(signInId: string, now: string): Promise<void> {
  const noted = transact(async (tx) => {
    await tx.update(signIn).set({ lastUsedAt: now }).where(eq(signIn.id, signInId));
  });
  await noted.catch((error: unknown) => {
    if (!(error instanceof NotStored)) throw error;
  });
}

async function toSignedIn(
  { session, account, name }: NonNullable<Awaited<ReturnType<typeof loadSession>>>,
  now: string,
): Promise<SignedIn | null> {
  const posts = await heldPosts(session.personId, now);
  const acting = posts.find((post) => post.id === session.postId) ?? posts[0];
  if (!acting) return null;
  return {
    actor: actorIn({ personId: session.personId, account, name, signInId: session.id }, acting),
    posts: posts.map(({ id, title, unitName, standsIn }) => ({ id, title, unitName, standsIn })),
  };
}
