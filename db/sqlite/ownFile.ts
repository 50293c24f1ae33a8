import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";

// Nobody but the server's own account reads or writes what is kept.
const ownFolder = 0o700;
const ownFile = 0o600;

/**
 * Makes a database's file, and its folder where there is none, such that only the account that runs this can read it.
 * What SQLite keeps beside the file has the same rights as the file. Throws what the system says where it cannot.
 */
export function keepToOwner(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: ownFolder });
  closeSync(openSync(file, "a", ownFile));
  for (const ending of ["", "-wal", "-shm"]) if (existsSync(file + ending)) chmodSync(file + ending, ownFile);
}
