import Sqlite from "better-sqlite3";
import { foldedFunction, foldForSearch } from "../searchFold";

// Read back after setting: better-sqlite3 lowers `synchronous` to NORMAL in WAL mode by itself, and
// a commit that is acknowledged must survive a power cut.
const requiredPragmas: Record<string, string | number> = {
  journal_mode: "wal",
  synchronous: 2,
  foreign_keys: 1,
  busy_timeout: 5000,
};

/** Refuses with an error that names the pragma when the connection does not have the required value. */
export function assertPragmas(connection: Sqlite.Database): void {
  for (const [pragma, wanted] of Object.entries(requiredPragmas)) {
    const found = connection.pragma(pragma, { simple: true });
    if (found !== wanted) throw new Error(`database pragma ${pragma} is ${found}, must be ${wanted}`);
  }
}

/** Opens one connection whose commits survive a power cut. */
export function connect(file: string, readonly: boolean): Sqlite.Database {
  const connection = new Sqlite(file, { readonly });
  if (!readonly) connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("busy_timeout = 5000");
  // What is deleted or overwritten is gone from the file, too: words are erased by law.
  if (!readonly) connection.pragma("secure_delete = ON");
  assertPragmas(connection);
  connection.function(foldedFunction, { deterministic: true }, (text: unknown) =>
    typeof text === "string" ? foldForSearch(text) : null,
  );
  return connection;
}
