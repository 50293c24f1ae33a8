import { type FileFault, findFileFaults, type WantedBytes, wantedBytes } from "~/file/verifyFiles.server";
import type { ChainFault } from "~/ledger/chain";
import { verifyChain } from "~/ledger/verifyChain.server";
import { ledgerHeadsOfMinutes } from "~/meeting/minutes/ledgerHeads.server";
import { inspectFile } from "~db/connect";
import type { Inspection } from "~db/database";
import type { FileStore } from "~db/fileStore";

/** What there is to say of a copy of the database. */
export interface VerifiedCopy extends Inspection {
  ledgerRows: number;
  /** What is wrong with the ledger's chain in it. */
  faults: ChainFault[];
  /** How many stored files it wants, and which of them are missing or changed. */
  files: number;
  fileFaults: FileFault[];
}

/** Lists the stored files that a copy of the database wants. */
export async function wantedInCopy(file: string): Promise<WantedBytes[]> {
  return (await inspectFile(file, wantedBytes)).found;
}

/**
 * Opens a copy without changing it and verifies all of it: the file, its references, the ledger's chain and head, and the
 * stored files that belong to it.
 */
export async function verifyCopy(file: string, store: FileStore): Promise<VerifiedCopy> {
  const { found, ...inspection } = await inspectFile(file, async (copy) => ({
    chain: await verifyChain(await ledgerHeadsOfMinutes(copy), (query) => query(copy)),
    wanted: await wantedBytes(copy),
  }));
  const { chain, wanted } = found;
  const fileFaults = await findFileFaults(store, wanted);
  return {
    ...inspection,
    ...{ ledgerRows: chain.rows, faults: chain.faults, files: wanted.length, fileFaults },
  };
}

/** Tells whether a copy can stand in for the database; of its files some may be lost nevertheless. */
export function isWhole({ integrity, lostReferences, faults }: VerifiedCopy): boolean {
  return integrity === "ok" && lostReferences === 0 && faults.length === 0;
}

/** The exit code of a backup that is whole but for files that were lost or changed before it was made. */
export const filesLost = 3;
