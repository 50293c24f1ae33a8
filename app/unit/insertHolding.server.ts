import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { holding, person, post } from "~db/schema";
import { endDeputies } from "./letDeputyStandIn.server";
import type { HeldChange } from "./tellHeld.server";

/**
 * Puts a person into a post from a day on, inside the caller's transaction. One post has one holder: refuses
 * with `postHeld` while somebody holds it on that day or later, `notFound` when there is no such post, `postClosed`.
 * @returns with whom it is to be told after the commit
 */
export async function insertHolding(
  tx: Queries,
  book: Book,
  input: { postId: string; personId: string; fromDay: string; now: string },
): Promise<Result<{ holdingId: string; held: HeldChange[] }>> {
  const { postId, personId, fromDay, now } = input;
  const [found] = await tx.select().from(post).where(eq(post.id, postId)).limit(1);
  if (!found) return refuse("notFound");
  if (found.closedAt !== null) return refuse("postClosed");
  const [taken] = await tx
    .select({ id: holding.id })
    .from(holding)
    .where(
      and(
        eq(holding.postId, postId),
        eq(holding.capacity, "holder"),
        or(
          isNull(holding.toDay),
          gt(holding.toDay, fromDay),
          // Who left during that day has made room.
          and(eq(holding.toDay, fromDay), isNull(holding.leftAt)),
        ),
      ),
    )
    .limit(1);
  if (taken) return refuse("postHeld", { field: "fromDay" });
  const [who] = await tx
    .select({ name: person.name, account: person.account })
    .from(person)
    .where(eq(person.id, personId))
    .limit(1);
  if (!who) return refuse("notFound");
  const holdingId = newId();
  const left = await endDeputies(tx, { postId, fromDay, now });
  await tx.insert(holding).values({ id: holdingId, postId, personId, fromDay });
  await book({
    verb: "unit.appointHolder",
    subject: { kind: "post", id: postId },
    after: { personId, name: who.name, account: who.account, fromDay },
  });
  return done({ holdingId, held: [...left, { event: "postGiven", personId, account: who.account, postId }] });
}
