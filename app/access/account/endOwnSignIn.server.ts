import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { accessChanged } from "~/access/accessChange.server";
import type { Actor } from "~/access/actor";
import { tellSecurity } from "~/access/securityEvent";
import { type Book, change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { keyOrNone } from "~/value/fields";
import type { Queries } from "~db/connect";
import { signIn } from "~db/schema";
import { endSignIns } from "./endSignIns.server";

/** Names one of somebody's own sign-ins. */
export const ownSignInForm = z.object({ id: keyOrNone() });

/** Ends one of somebody's own sign-ins, its live connections included. Somebody else's is `notFound`. */
export function endOwnSignIn(actor: Actor, { id }: { id: string }, now: string): Promise<Result<null>> {
  return ending(actor, now, async (tx, book) => {
    const ended = await tx
      .update(signIn)
      .set({ endedAt: now })
      .where(and(eq(signIn.id, id), eq(signIn.personId, actor.personId), isNull(signIn.endedAt)))
      .returning({ id: signIn.id });
    if (ended.length !== 1) return refuse("notFound");
    await book({ verb: "access.endSignIn", subject: { kind: "signIn", id } });
    return done(null);
  });
}

/** Ends all sign-ins of somebody but the one that asks. */
export function endOtherSignIns(actor: Actor, now: string): Promise<Result<null>> {
  return ending(actor, now, async (tx, book) => {
    await endSignIns(tx, actor.personId, now, actor.signInId);
    await book({ verb: "access.endSignIn", subject: { kind: "person", id: actor.personId } });
    return done(null);
  });
}

async function ending(
  actor: Actor,
  now: string,
  work: (tx: Queries, book: Book) => Promise<Result<null>>,
): Promise<Result<null>> {
  const result = await change(actor, now, work);
  if (!result.ok) return result;
  tellSecurity({ event: "signInEnded", at: now, account: actor.account });
  await accessChanged(actor.personId);
  return result;
}
