import { and, eq, gte, inArray, isNotNull, isNull, lte, or } from "drizzle-orm";
import { addDays, dayOf } from "~/calendar/day";
import type { Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import type { Queries } from "~db/connect";
import { holding, person, post } from "~db/schema";
import type { HeldChange } from "./tellHeld.server";

/** Keeps the holdings that still count on `day`, whoever has them. */
const heldOn = (day: string) =>
  and(lte(holding.fromDay, day), isNull(holding.leftAt), or(isNull(holding.toDay), gte(holding.toDay, day)));

/**
 * Lets whoever holds the deputy's post stand in for a post of which `fromDay` finds nobody in it, until somebody holds it
 * again. Does nothing where the post is held or has a substitute, is closed or has no deputy, or the deputy's post is
 * vacant too.
 * @param fromDay today where it is left out
 * @returns whom it put in, to be told after the commit
 */
export async function letDeputyStandIn(
  tx: Queries,
  book: Book,
  { postId, now, fromDay = dayOf(now) }: { postId: string; now: string; fromDay?: string },
): Promise<HeldChange | null> {
  const [vacant] = await tx.select().from(post).where(eq(post.id, postId));
  if (!vacant?.deputyPostId || vacant.closedAt !== null) return null;
  const there = await tx
    .select({ id: holding.id })
    .from(holding)
    .where(and(eq(holding.postId, postId), heldOn(fromDay)));
  if (there.length > 0) return null;
  const [deputy] = await tx
    .select({ personId: holding.personId, account: person.account })
    .from(holding)
    .innerJoin(person, eq(person.id, holding.personId))
    .where(and(eq(holding.postId, vacant.deputyPostId), eq(holding.capacity, "holder"), heldOn(fromDay)));
  if (!deputy) return null;
  const { personId, account } = deputy;
  const { deputyPostId } = vacant;
  await tx
    .insert(holding)
    .values({ id: newId(), personId, postId, fromDay, capacity: "substitute", viaPostId: deputyPostId });
  await book({
    verb: "unit.appointSubstitute",
    subject: { kind: "post", id: postId },
    after: { personId, fromDay, deputyPostId },
    told: true,
  });
  return { event: "postGiven", personId, account, postId };
}

/**
 * Ends what deputies do for a post: with the day before `fromDay`, at this minute where that is today or past. The holder
 * who comes then finds the post their own.
 * @returns who has left it with that, to be told after the commit
 */
export async function endDeputies(
  tx: Queries,
  { postId, fromDay, now }: { postId: string; fromDay: string; now: string },
): Promise<HeldChange[]> {
  const today = dayOf(now);
  const end =
    fromDay <= today ? { toDay: today, leftAt: now } : { toDay: addDays(fromDay, -1), leftAt: null };
  return endStandingIn(tx, and(eq(holding.postId, postId), isNotNull(holding.viaPostId)), end);
}

/** Ends what somebody does as deputy by a post that they leave, when they leave it; answers like {@link endDeputies}. */
export async function endAsDeputy(
  tx: Queries,
  {
    viaPostId,
    personId,
    ...end
  }: { viaPostId: string; personId: string; toDay: string; leftAt: string | null },
): Promise<HeldChange[]> {
  return endStandingIn(tx, and(eq(holding.viaPostId, viaPostId), eq(holding.personId, personId)), end);
}

async function endStandingIn(
  tx: Queries,
  which: ReturnType<typeof and>,
  end: { toDay: string; leftAt: string | null },
): Promise<HeldChange[]> {
  const ended = await tx
    .update(holding)
    .set(end)
    .where(
      and(
        which,
        eq(holding.capacity, "substitute"),
        isNull(holding.leftAt),
        or(isNull(holding.toDay), gte(holding.toDay, end.toDay)),
      ),
    )
    .returning({ personId: holding.personId, postId: holding.postId });
  const people = await tx
    .select({ id: person.id, account: person.account })
    .from(person)
    .where(
      inArray(
        person.id,
        ended.map(({ personId }) => personId),
      ),
    );
  return ended.map(({ personId, postId }) => {
    const account = people.find(({ id }) => id === personId)!.account;
    return { event: "postLeft", personId, account, postId };
  });
}
