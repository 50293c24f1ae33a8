import type { Database } from "./database";
import { SqliteDatabase } from "./sqlite/sqliteDatabase";

export type { Queries } from "./queries";

/**
 * Opens (creating folder and file when missing) and migrates the embedded database.
 * @param file where it lies; see `databaseFile`
 * @param programs the project's folder `db`, which holds the migrations and what runs on other threads
 */
export function openDatabase(file: string, programs: string): Database {
  return new SqliteDatabase(file, programs);
}
