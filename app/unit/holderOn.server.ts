import { and, asc, eq, gt, gte, isNull, lte, or } from "drizzle-orm";
import { holdingNow } from "~/access/holdingNow.server";
import type { Queries } from "~db/connect";
import { holding, person } from "~db/schema";

/**
 * Who holds a post for a meeting, or undefined: whoever held it when the meeting was opened; of one that is not opened,
 * whoever holds it on its day and has not left it.
 */
export async function holderOn(
  db: Queries,
  postId: string,
  { date, openedAt }: { date: string; openedAt: string | null },
): Promise<string | undefined> {
  const onThatDay = and(
    lte(holding.fromDay, date),
    or(isNull(holding.toDay), gte(holding.toDay, date)),
    or(isNull(holding.leftAt), gt(holding.toDay, date)),
  );
  const [row] = await db
    .select({ name: person.name })
    .from(holding)
    .innerJoin(person, eq(person.id, holding.personId))
    .where(and(eq(holding.postId, postId), openedAt ? holdingNow(openedAt) : onThatDay))
    .orderBy(asc(holding.fromDay));
  return row?.name;
}
