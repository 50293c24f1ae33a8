import { verifyChain } from "~/ledger/verifyChain.server";
import { ledgerHeadsOfMinutes } from "~/meeting/minutes/ledgerHeads.server";
import { read } from "~db/read";
import { openExistingData } from "./data";

/**
 * Verifies the ledger's chain, its head, and the heads in issued minutes; prints one JSON object. Exit code 1 when a row
 * is changed, missing, moved or cut off, or the head is not the one that was signed.
 */
export async function auditVerify(): Promise<number> {
  const database = openExistingData();
  const report = await verifyChain(await read(ledgerHeadsOfMinutes));
  database.close();
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return report.faults.length === 0 ? 0 : 1;
}
