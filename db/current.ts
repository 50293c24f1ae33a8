import type { Database } from "./database";
import type { LiveStore } from "./liveStore";

let current: Database | undefined;

/** Makes this the database that `read` and `transact` work on: once at start, once in each test file. */
export function setDatabase(database: Database | undefined): void {
  current = database;
}

/** Answers the open database; throws before `setDatabase` was called. */
export function currentDatabase(): Database {
  if (!current) throw new Error("no database is open");
  return current;
}

/** The log of the live record in the open database. */
export function liveStore(): LiveStore {
  return currentDatabase().live;
}
