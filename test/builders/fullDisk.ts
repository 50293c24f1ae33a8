import type { SqliteDatabase } from "~db/sqlite/sqliteDatabase";

/** Gives a database no more room than it has, or as much as it wants: what a full disk is to it. */
export function fillDisk({ writer, unflushed }: SqliteDatabase, full: boolean): void {
  const pages = Number(writer.pragma("page_count", { simple: true }));
  for (const connection of [writer, unflushed])
    connection.pragma(`max_page_count = ${full ? pages : 1_000_000}`);
}
