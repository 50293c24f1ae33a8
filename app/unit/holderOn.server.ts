import { and, asc, desc, eq, gt, gte, isNull, lte, or } from "drizzle-orm";
import { holdingNow } from "~/access/holdingNow.server";
import type { Queries } from "~db/connect";
import { holding, person } from "~db/schema";

/** Who has a post for a meeting. */
export interface HolderOn {
  name: string;
  /** In place of whoever holds it. */
  standsIn?: true;
}

/**
 * Who has a post for a meeting, or undefined: whoever had it when the meeting was opened; of one that is not opened,
 * whoever has it on its day and has not left it. Somebody who stands in comes before the holder for whom they do.
 */
export async function holderOn(
  db: Queries,
  postId: string,
  { date, openedAt }: { date: string; openedAt: string | null },
): Promise<HolderOn | undefined> {
  const onThatDay = and(
    lte(holding.fromDay, date),
    or(isNull(holding.toDay), gte(holding.toDay, date)),
    or(isNull(holding.leftAt), gt(holding.toDay, date)),
  );
  const [row] = await db
    .select({ name: person.name, capacity: holding.capacity })
    .from(holding)
    .innerJoin(person, eq(person.id, holding.personId))
    .where(and(eq(holding.postId, postId), openedAt ? holdingNow(openedAt) : onThatDay))
    .orderBy(desc(holding.capacity), asc(holding.fromDay))
    .limit(1);
  return row && { name: row.name, ...(row.capacity === "substitute" && { standsIn: true }) };
}
