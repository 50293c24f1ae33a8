import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";

const name = "huishang.sqlite";

/** The database's file in a data folder. */
export function databaseFile(folder: string): string {
  return join(folder, name);
}

/** Answers whether a data folder has a database. */
export function hasDatabase(folder: string): boolean {
  return existsSync(databaseFile(folder));
}

/** Removes the database of a data folder, and nothing else in it. */
export function removeDatabase(folder: string): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(databaseFile(folder) + ending, { force: true });
}
