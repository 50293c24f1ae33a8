import Sqlite from "better-sqlite3";
import type { Backup } from "../database";

/** Copies a database into `file` while it is in use, then opens the copy and lets SQLite check it. */
export async function backUp(connection: Sqlite.Database, file: string): Promise<Backup> {
  await connection.backup(file);
  const copy = new Sqlite(file, { readonly: true });
  try {
    const integrity = copy.pragma("integrity_check", { simple: true }) as string;
    const ledgerRows = copy.prepare("select count(*) from ledger_entry").pluck().get() as number;
    return { integrity, ledgerRows };
  } finally {
    copy.close();
  }
}
