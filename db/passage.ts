import { or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";

/** Any table, and any column of one: for what goes through several of them alike. */
export type Table = SQLiteTable;
export type Column = SQLiteColumn;

/** Whether one of these passages stands in a column, letter by letter, for WHERE; never where there is none. */
export function holdsAny(column: Column, passages: readonly string[]): SQL {
  const conditions = passages.map((passage) => sql`instr(${column}, ${passage}) > 0`);
  return or(...conditions) ?? sql`false`;
}
