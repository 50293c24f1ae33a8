import { type AnyColumn, desc, like, sql } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { resourceNeed, resourceOffer } from "~db/schema";

const columns = { XQ: resourceNeed.number, GJ: resourceOffer.number } as const;

/**
 * Draws the next number of a year in a series, such as XQ-2026-0007 (需求) or GJ-2026-0003 (供给). Call it in the
 * transaction that gives it away.
 */
export async function nextNumber(tx: Queries, series: keyof typeof columns, year: string): Promise<string> {
  const column: AnyColumn = columns[series];
  const [last] = await tx
    .select({ number: sql<string>`${column}` })
    .from(column.table)
    .where(like(column, `${series}-${year}-%`))
    // The ten-thousandth is longer, and would sort before the second.
    .orderBy(desc(sql`length(${column})`), desc(column))
    .limit(1);
  const count = Number(last?.number.slice(`${series}-${year}-`.length) ?? 0) + 1;
  return `${series}-${year}-${String(count).padStart(4, "0")}`;
}
