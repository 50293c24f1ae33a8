import { type AnyColumn, desc, like, sql } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { takeover, task } from "~db/schema";
import { taskCount } from "./taskNumber";

/**
 * The count in the last number that was given to a task in a year, also to those of a takeover that was undone. Call it
 * in the transaction that draws the next one.
 */
export async function lastTaskCount(tx: Queries, year: number): Promise<number> {
  const given = await Promise.all(
    [task.number, takeover.lastNumber].map((column) => lastIn(tx, column, year)),
  );
  return Math.max(...given.map(taskCount));
}

async function lastIn(tx: Queries, column: AnyColumn, year: number): Promise<string | undefined> {
  const [last] = await tx
    .select({ number: sql<string>`${column}` })
    .from(column.table)
    .where(like(column, `RW-${year}-%`))
    // The ten-thousandth is longer, and would sort before the second.
    .orderBy(desc(sql`length(${column})`), desc(column))
    .limit(1);
  return last?.number;
}
