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

/** The last entry of the chain, as it is kept outside of it. */
export interface Head {
  /** 0 where nothing has been booked. */
  sequence: number;
  hash: string;
}

/** The text of a head that is signed; no entry gives the same. */
export function headText({ sequence, hash }: Head): string {
  return JSON.stringify(["head", sequence, hash]);
}

/** What is wrong with a chain, at which row; `headMissing` and `headForged` are about the head kept outside of it. */
export interface ChainFault {
  sequence: number;
  fault: "changed" | "missing" | "reordered" | "cutOff" | "beyondHead" | "headMissing" | "headForged";
}

/** An entry whose words were erased: its hash, which stays, and the signature of what it says since. */
export interface ErasedEntry {
  hash: string;
  becomes: string;
}

/** The verb of the event that erases words, also of older entries. */
export const eraseVerb = "problem.eraseWords";

/** Writes an erased entry as the event names it. */
export function writeErased(sequence: number, { hash, becomes }: ErasedEntry): string {
  return `${sequence}:${hash}:${becomes}`;
}

/**
 * Finds the entries whose words were erased, as signed events behind them say.
 * @param sign the HMAC of a text, hex
 */
export function findErased(
  entries: Iterable<ChainedEntry & { hash: string }>,
  sign: (text: string) => string,
): Map<number, ErasedEntry> {
  const erased = new Map<number, ErasedEntry>();
  for (const entry of entries) {
    if (entry.verb !== eraseVerb || entry.hash !== sign(chainText(entry))) continue;
    const { entries: named = [] } = JSON.parse(entry.after ?? "{}") as { entries?: string[] };
    for (const one of named) {
      const [sequence, hash = "", becomes = ""] = one.split(":");
      if (Number(sequence) < entry.sequence) erased.set(Number(sequence), { hash, becomes });
    }
  }
  return erased;
}

/**
 * Walks rows in order of sequence.
 * @param sign the HMAC of a text, hex
 * @param erased the entries that may differ from what they were, see {@link findErased}
 * @returns every fault; an empty list means the chain is whole
 */
export function findChainFaults(
  entries: Iterable<ChainedEntry & { hash: string }>,
  sign: (text: string) => string,
  erased: ReadonlyMap<number, ErasedEntry> = new Map(),
): ChainFault[] {
  const isAsSigned = (entry: ChainedEntry & { hash: string }) => {
    const signature = sign(chainText(entry));
    const { hash, becomes } = erased.get(entry.sequence) ?? { hash: signature, becomes: signature };
    return entry.hash === hash && signature === becomes;
  };
  const faults: ChainFault[] = [];
  let expected = 1;
  let previousHash = chainStart;
  for (const entry of entries) {
    for (; expected < entry.sequence; expected++) faults.push({ sequence: expected, fault: "missing" });
    const gap = faults.at(-1)?.fault === "missing" && faults.at(-1)?.sequence === entry.sequence - 1;
    if (!isAsSigned(entry)) faults.push({ sequence: entry.sequence, fault: "changed" });
    else if (entry.previousHash !== previousHash && !gap)
      faults.push({ sequence: entry.sequence, fault: "reordered" });
    previousHash = entry.hash;
    expected = entry.sequence + 1;
  }
  return faults;
}

/**
 * Compares a chain with what is known of it from elsewhere: its head, and heads of earlier days such as those that
 * stand in issued minutes.
 * @param hashAt the hash of the row at a place, undefined where there is none
 * @param last the last row's place, 0 where there is none
 * @returns `cutOff` at the first row that is missing behind the last, `headForged` where a head knows another row
 */
export function findHeadFaults(
  hashAt: (sequence: number) => string | undefined,
  last: number,
  heads: Iterable<Head>,
): ChainFault[] {
  const faults: ChainFault[] = [];
  let cutOff = false;
  for (const { sequence, hash } of heads) {
    if (sequence > last) cutOff = true;
    else if (sequence > 0 && hashAt(sequence) !== hash) faults.push({ sequence, fault: "headForged" });
  }
  return cutOff ? [{ sequence: last + 1, fault: "cutOff" }, ...faults] : faults;
}
