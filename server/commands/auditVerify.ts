import { verifyChain } from "~/ledger/verifyChain.server";
import { openExistingData } from "./data";

/** Verifies the ledger's chain; prints one JSON object; exit code 1 when a row is changed, missing or reordered. */
export async function auditVerify(): Promise<number> {
  const database = openExistingData();
  const report = await verifyChain();
  database.close();
  process.stdout.write(`${JSON.stringify(report)}\n`);
  return report.faults.length === 0 ? 0 : 1;
}
