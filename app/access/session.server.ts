import { createHash } from "node:crypto";
import { parseCookie } from "cookie";
import { and, eq, gt, isNull } from "drizzle-orm";
import { dayOf } from "~/calendar/day";
import { read } from "~db/read";
import { person, signIn } from "~db/schema";
import type { Actor } from "./actor";
import { heldPosts } from "./heldPosts.server";

/** How long a sign-in lasts: one working day and its evening. */
export const signInLifetimeMs = 14 * 60 * 60 * 1000;

/** Name of the cookie that carries the token. */
export const cookieName = "huishang_session";

/** The token as stored: a reader of the database cannot sign in with it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A signed-in person with every post they hold today. */
export interface SignedIn {
  actor: Actor;
  posts: { id: string; title: { zh: string; en: string }; unitName: { zh: string; en: string } }[];
}

/**
 * Who sends this Cookie header at `now` (UTC instant); null when nobody is signed in, the sign-in has ended
 * or its post is no longer held. A person whose acting post ended falls back to another one they hold.
 */
export async function signedIn(
  cookieHeader: string | null | undefined,
  now: string,
): Promise<SignedIn | null> {
  const token = parseCookie(cookieHeader ?? "")[cookieName];
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
  const rows = await read((db) =>
    db
      .select({ signInId: signIn.id, postId: signIn.postId, personId: person.id, name: person.name })
      .from(signIn)
      .innerJoin(person, eq(person.id, signIn.personId))
      .where(and(which, gt(signIn.expiresAt, now), isNull(signIn.endedAt)))
      .limit(1),
  );
  return rows[0] ?? null;
}

async function toSignedIn(
  session: { signInId: string; postId: string; personId: string; name: string },
  now: string,
): Promise<SignedIn | null> {
  const posts = await heldPosts(session.personId, dayOf(now));
  const acting = posts.find((post) => post.id === session.postId) ?? posts[0];
  if (!acting) return null;
  const { personId, name, signInId } = session;
  return {
    actor: {
      personId,
      name,
      signInId,
      postId: acting.id,
      postTitle: acting.title,
      role: acting.role,
      unitId: acting.unitId,
      unitName: acting.unitName,
      streetId: acting.streetId,
    },
    posts: posts.map(({ id, title, unitName }) => ({ id, title, unitName })),
  };
}
