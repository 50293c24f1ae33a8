import { asc, gt } from "drizzle-orm";
import { read } from "~db/read";
import { ledgerEntry } from "~db/schema";
import { type ChainedEntry, type ChainFault, findChainFaults } from "./chain";
import { sign } from "./key.server";

/** What `npm run audit:verify` prints. */
export interface ChainReport {
  rows: number;
  /** Hash of the last row: kept outside (on paper), it also shows a ledger that was cut off at the end. */
  head: string | null;
  faults: ChainFault[];
}

/** Reads the whole ledger in order and checks every link. */
export async function verifyChain(): Promise<ChainReport> {
  const rows = await read(loadAll);
  return { rows: rows.length, head: rows.at(-1)?.hash ?? null, faults: findChainFaults(rows, sign) };
}

async function loadAll(db: Parameters<Parameters<typeof read>[0]>[0]) {
  const rows: (ChainedEntry & { hash: string })[] = [];
  for (;;) {
    const page = await db
      .select()
      .from(ledgerEntry)
      .where(gt(ledgerEntry.sequence, rows.at(-1)?.sequence ?? 0))
      .orderBy(asc(ledgerEntry.sequence))
      .limit(1000);
    if (page.length === 0) return rows;
    rows.push(...page);
  }
}
