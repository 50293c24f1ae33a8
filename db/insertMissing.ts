import { sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Queries } from "./queries";

/**
 * Inserts many rows, leaving out those whose key is there already. For thousands: one statement put together once
 * is run faster than large ones are put together.
 * @param rows all with the same fields
 */
export async function insertMissing<T extends SQLiteTable>(
  tx: Queries,
  table: T,
  rows: readonly T["$inferInsert"][],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const fields = Object.keys(first).map((field) => [field, sql.placeholder(field)]);
  const statement = tx
    .insert(table)
    .values(Object.fromEntries(fields) as T["$inferInsert"])
    .onConflictDoNothing()
    .prepare();
  for (const row of rows) statement.run(row);
}
