import type { Database, Inspection } from "./database";
import type { Queries } from "./queries";
import { inspect } from "./sqlite/backup";
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

/** Opens a database file that nobody works on, such as a backup, without changing it, and tells whether it is whole. */
export function inspectFile<T>(
  file: string,
  look: (copy: Queries) => Promise<T>,
): Promise<Inspection & { found: T }> {
  return inspect(file, look);
}
