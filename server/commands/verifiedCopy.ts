import type { ChainFault } from "~/ledger/chain";
import { verifyChain } from "~/ledger/verifyChain.server";
import { ledgerHeadsOfMinutes } from "~/meeting/minutes/ledgerHeads.server";
import { inspectFile } from "~db/connect";
import type { Inspection } from "~db/database";

/** What there is to say of a copy of the database. */
export interface VerifiedCopy extends Inspection {
  ledgerRows: number;
  /** What is wrong with the ledger's chain in it. */
  faults: ChainFault[];
}

/** Opens a copy without changing it and verifies all of it: the file, its references, the ledger's chain and head. */
export async function verifyCopy(file: string): Promise<VerifiedCopy> {
  const { found, ...inspection } = await inspectFile(file, async (copy) =>
    verifyChain(await ledgerHeadsOfMinutes(copy), (query) => query(copy)),
  );
  return { ...inspection, ledgerRows: found.rows, faults: found.faults };
}

/** Tells whether a copy can stand in for the database. */
export function isWhole({ integrity, lostReferences, faults }: VerifiedCopy): boolean {
  return integrity === "ok" && lostReferences === 0 && faults.length === 0;
}
