import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

const name = "huishang.sqlite";

/** The database's file in a data folder. */
export function databaseFile(folder: string): string {
  return join(folder, name);
}

/** The folder in which the files lie that belong to a database. */
export function filesOf(database: string): string {
  return join(dirname(database), "files");
}

/** Answers whether a data folder has a database. */
export function hasDatabase(folder: string): boolean {
  return existsSync(databaseFile(folder));
}

/** Removes the database of a data folder with its files, and nothing else in it. */
export function removeDatabase(folder: string): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(databaseFile(folder) + ending, { force: true });
  rmSync(filesOf(databaseFile(folder)), { recursive: true, force: true });
}
