import { findFileFaults, wantedBytes } from "~/file/verifyFiles.server";
import { verifyChain } from "~/ledger/verifyChain.server";
import { ledgerHeadsOfMinutes } from "~/meeting/minutes/ledgerHeads.server";
import { read } from "~db/read";
import { openExistingData } from "./data";

/**
 * Verifies the ledger's chain, its head, and the heads in issued minutes, and reads every attached file; prints one JSON
 * object. Exit code 1 when a row is changed, missing, moved or cut off, the head is not the one that was signed, or a file
 * is missing or changed.
 */
export async function auditVerify(): Promise<number> {
  const database = openExistingData();
  const report = await verifyChain(await read(ledgerHeadsOfMinutes));
  const wanted = await read(wantedBytes);
  const fileFaults = await findFileFaults(database.files, wanted);
  database.close();
  process.stdout.write(`${JSON.stringify({ ...report, files: wanted.length, fileFaults })}\n`);
  return report.faults.length + fileFaults.length === 0 ? 0 : 1;
}
