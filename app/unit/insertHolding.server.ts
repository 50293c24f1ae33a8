import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { Book } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { holding, person, post } from "~db/schema";

/**
 * Puts a person into a post from a day on, inside the caller's transaction. One post has one holder: refuses
 * with `postHeld` while somebody holds it on that day or later, `notFound` when there is no such post.
 */
export async function insertHolding(
  tx: Queries,
  book: Book,
  input: { postId: string; personId: string; fromDay: string },
): Promise<Result<{ holdingId: string }>> {
  const [found] = await tx.select({ id: post.id }).from(post).where(eq(post.id, input.postId)).limit(1);
  if (!found) return refuse("notFound");
  const [held] = await tx
    .select({ id: holding.id })
    .from(holding)
    .where(
      and(
        eq(holding.postId, input.postId),
        or(
          isNull(holding.toDay),
          gt(holding.toDay, input.fromDay),
          // Who left during that day has made room.
          and(eq(holding.toDay, input.fromDay), isNull(holding.leftAt)),
        ),
      ),
    )
    .limit(1);
  if (held) return refuse("postHeld", { field: "fromDay" });
  const [who] = await tx
    .select({ name: person.name, account: person.account })
    .from(person)
    .where(eq(person.id, input.personId))
    .limit(1);
  const holdingId = newId();
  await tx.insert(holding).values({ id: holdingId, ...input });
  await book({
    verb: "unit.appointHolder",
    subject: { kind: "post", id: input.postId },
    after: { personId: input.personId, name: who?.name, account: who?.account, fromDay: input.fromDay },
  });
  return done({ holdingId });
}
