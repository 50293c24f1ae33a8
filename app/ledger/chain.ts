/** One row of the ledger as it is chained: everything but its own hash. */
export interface ChainedEntry {
  sequence: number;
  at: string;
  personId: string | null;
  postId: string | null;
  verb: string;
  subjectKind: string;
  subjectId: string;
  scopeUnitId: string | null;
  before: string | null;
  after: string | null;
  previousHash: string;
}

/** The previous hash of the first row. */
export const chainStart = "0".repeat(64);

/** The text that is signed: an array, so that no two different rows give the same text. */
export function chainText(entry: ChainedEntry): string {
  return JSON.stringify([
    entry.sequence,
    entry.at,
    entry.personId,
    entry.postId,
    entry.verb,
    entry.subjectKind,
    entry.subjectId,
    entry.scopeUnitId,
    entry.before,
    entry.after,
    entry.previousHash,
  ]);
}

/** What is wrong with a chain, at which row. */
export interface ChainFault {
  sequence: number;
  fault: "changed" | "missing" | "reordered";
}

/**
 * Walks rows in order of sequence.
 * @param sign the HMAC of a text, hex
 * @returns every fault; an empty list means the chain is whole
 */
export function findChainFaults(
  entries: Iterable<ChainedEntry & { hash: string }>,
  sign: (text: string) => string,
): ChainFault[] {
  const faults: ChainFault[] = [];
  let expected = 1;
  let previousHash = chainStart;
  for (const entry of entries) {
    for (; expected < entry.sequence; expected++) faults.push({ sequence: expected, fault: "missing" });
    const gap = faults.at(-1)?.fault === "missing" && faults.at(-1)?.sequence === entry.sequence - 1;
    if (entry.hash !== sign(chainText(entry))) faults.push({ sequence: entry.sequence, fault: "changed" });
    else if (entry.previousHash !== previousHash && !gap)
      faults.push({ sequence: entry.sequence, fault: "reordered" });
    previousHash = entry.hash;
    expected = entry.sequence + 1;
  }
  return faults;
}
