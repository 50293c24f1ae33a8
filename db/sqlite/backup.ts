import { chmodSync, renameSync, rmSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Inspection } from "../database";
import type { Queries } from "../queries";
import * as schema from "../schema";

/** Copies a database into `file` while it is in use. A file of this name is there only once it is whole. */
export async function backUp(connection: Sqlite.Database, file: string): Promise<void> {
  const part = `${file}.part`;
  rmSync(part, { force: true });
  await connection.backup(part);
  chmodSync(part, 0o600);
  renameSync(part, file);
}

/** Opens a copy without changing it and lets SQLite check it; `look` may query it meanwhile. */
export async function inspect<T>(
  file: string,
  look: (copy: Queries) => Promise<T>,
): Promise<Inspection & { found: T }> {
  const copy = new Sqlite(file, { readonly: true });
  try {
    const integrity = copy.pragma("integrity_check", { simple: true }) as string;
    const lostReferences = (copy.pragma("foreign_key_check") as unknown[]).length;
    const found = await look(drizzle(copy, { schema }));
    return { integrity, lostReferences, found };
  } finally {
    copy.close();
    // Who only reads leaves them behind; nothing is in them.
    for (const ending of ["-wal", "-shm"]) rmSync(file + ending, { force: true });
  }
}
