import { asc, gt } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { ledgerEntry } from "~db/schema";
import {
  type ChainedEntry,
  type ChainFault,
  findChainFaults,
  findErased,
  findHeadFaults,
  type Head,
  headText,
} from "./chain";
import { findHead, type KeptHead } from "./head.server";
import { sign } from "./key.server";

/** Asks a database. */
type Look = <T>(query: (db: Queries) => Promise<T>) => Promise<T>;

/** What `npm run audit:verify` prints. */
export interface ChainReport {
  rows: number;
  /** How many of them had words erased by law, as signed events say. */
  erased: number;
  /** Hash of the last row as it is kept outside the ledger; issued minutes say the one of their hour. */
  head: string | null;
  faults: ChainFault[];
}

/**
 * Reads the whole ledger in order and checks every link, and its end by the heads that are known of it.
 * @param heads of earlier days, from wherever they are written down
 * @param look asks the database; left out, the one in use
 */
export async function verifyChain(heads: readonly Head[] = [], look: Look = read): Promise<ChainReport> {
  // Before and after the rows: others may go on booking meanwhile.
  const earlier = await look(findHead);
  const rows = await look(loadAll);
  const head = await look(findHead);
  const last = rows.at(-1)?.sequence ?? 0;
  const hashes = new Map(rows.map(({ sequence, hash }) => [sequence, hash]));
  const erased = findErased(rows, sign);
  const known = [...heads, ...(earlier ? [earlier] : [])];
  const faults = [
    ...findChainFaults(rows, sign, erased),
    ...findHeadFaults((sequence) => hashes.get(sequence), last, known),
    ...faultsOfHead(head, last),
  ];
  return { rows: rows.length, erased: erased.size, head: head?.hash ?? null, faults };
}

function faultsOfHead(head: KeptHead | null, last: number): ChainFault[] {
  if (!head) return [{ sequence: last, fault: "headMissing" }];
  if (head.sequence === 0 && last === 0) return [];
  if (head.signature !== sign(headText(head))) return [{ sequence: head.sequence, fault: "headForged" }];
  return head.sequence < last ? [{ sequence: head.sequence + 1, fault: "beyondHead" }] : [];
}

async function loadAll(db: Queries) {
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
