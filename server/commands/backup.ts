import { parseArgs } from "node:util";
import Sqlite from "better-sqlite3";
import { ConfigurationError } from "../configuration";
import { openExistingData } from "./data";

/**
 * `backup --to FILE`: an online copy, verified by opening it and checking its integrity. Prints one JSON
 * object with the number of ledger rows in the copy.
 */
export async function backup(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { to: { type: "string" } } });
  if (!values.to) throw new ConfigurationError("--to FILE is missing");
  const database = openExistingData();
  await database.writer.backup(values.to);
  database.close();
  const copy = new Sqlite(values.to, { readonly: true });
  const integrity = copy.pragma("integrity_check", { simple: true });
  const { rows } = copy.prepare("select count(*) as rows from ledger_entry").get() as { rows: number };
  copy.close();
  process.stdout.write(`${JSON.stringify({ file: values.to, integrity, ledgerRows: rows })}\n`);
  return integrity === "ok" ? 0 : 1;
}
