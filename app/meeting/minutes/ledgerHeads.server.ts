import type { Head } from "~/ledger/chain";
import type { Queries } from "~db/connect";
import { minutes } from "~db/schema";
import { readPaper } from "./paper";

/** The heads of the ledger that stand in issued minutes, to compare the ledger with. */
export async function ledgerHeadsOfMinutes(db: Queries): Promise<Head[]> {
  const rows = await db.select({ json: minutes.canonicalJson }).from(minutes);
  return rows.flatMap(({ json }) => readPaper(json)?.ledgerHead ?? []);
}
