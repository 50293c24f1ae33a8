import type { Head } from "~/ledger/chain";
import { read } from "~db/read";
import { minutes } from "~db/schema";
import { readPaper } from "./paper";

/** The heads of the ledger that stand in issued minutes, to compare the ledger with. */
export async function ledgerHeadsOfMinutes(): Promise<Head[]> {
  const rows = await read((db) => db.select({ json: minutes.canonicalJson }).from(minutes));
  return rows.flatMap(({ json }) => readPaper(json)?.ledgerHead ?? []);
}
