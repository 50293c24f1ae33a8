import { and, asc, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { holding, person } from "~db/schema";

/** Who held a post on a day, or undefined. */
export async function holderOn(db: Queries, postId: string, date: string): Promise<string | undefined> {
  const [row] = await db
    .select({ name: person.name })
    .from(holding)
    .innerJoin(person, eq(person.id, holding.personId))
    .where(
      and(
        inArray(holding.postId, [postId]),
        lte(holding.fromDay, date),
        or(isNull(holding.toDay), gte(holding.toDay, date)),
      ),
    )
    .orderBy(asc(holding.fromDay));
  return row?.name;
}
