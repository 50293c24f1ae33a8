import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { hashToken, newToken } from "~/access/token.server";
import { asLanguage, languages } from "~/i18n/language";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { calendarFeed } from "~db/schema";

/**
 * Makes the token of the actor's own calendar feed; an earlier one is no longer good. The token itself is stored nowhere.
 * @param asked the language in which the calendar is to be written
 */
export async function makeFeed(actor: Actor, asked: string, now: string): Promise<Result<{ token: string }>> {
  const token = newToken();
  const language = asLanguage(asked) ?? languages[0];
  return change(actor, now, async (tx, book) => {
    const row = { tokenHash: hashToken(token), language, madeAt: now };
    await tx
      .insert(calendarFeed)
      .values({ personId: actor.personId, ...row })
      .onConflictDoUpdate({ target: calendarFeed.personId, set: row });
    await book({ verb: "access.makeFeed", subject: { kind: "person", id: actor.personId } });
    return done({ token });
  });
}

/** Ends the actor's own calendar feed: whoever reads it finds nothing any more. Refuses with `notFound` where there is none. */
export async function endFeed(actor: Actor, now: string): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    if ((await dropFeed(tx, actor.personId)) === 0) return refuse("notFound");
    await book({ verb: "access.endFeed", subject: { kind: "person", id: actor.personId } });
    return done(null);
  });
}

/** Ends somebody's feed, in the caller's transaction; answers how many there were. */
export async function dropFeed(tx: Queries, personId: string): Promise<number> {
  const dropped = await tx
    .delete(calendarFeed)
    .where(eq(calendarFeed.personId, personId))
    .returning({ personId: calendarFeed.personId });
  return dropped.length;
}

/** When somebody's feed was made; null where there is none. */
export async function feedMadeAt(personId: string): Promise<string | null> {
  const [row] = await read((db) =>
    db.select({ madeAt: calendarFeed.madeAt }).from(calendarFeed).where(eq(calendarFeed.personId, personId)),
  );
  return row?.madeAt ?? null;
}

/** Whose feed a token opens, and in which language it is written; null where it opens none. */
export async function findFeed(token: string): Promise<{ personId: string; language: string } | null> {
  const [row] = await read((db) =>
    db
      .select({ personId: calendarFeed.personId, language: calendarFeed.language })
      .from(calendarFeed)
      .where(eq(calendarFeed.tokenHash, hashToken(token)))
      .limit(1),
  );
  return row ?? null;
}
