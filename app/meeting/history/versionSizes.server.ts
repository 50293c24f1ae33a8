import { present } from "~/meeting/conduct/present";
import type { ReadRecord } from "~/meeting/conduct/readRecord.server";
import { recordDifference } from "~/record/difference/compareRecords";
import type { ChangeSize } from "~/record/difference/countChanges";
import { type CanonicalRecord, canonicalRecord } from "~/record/document/record";
import type { VersionFact, VersionRow } from "./versionLabel";

// A version never changes, so neither does what lies between two: counted once for as long as it is remembered.
const remembered = new Map<string, ChangeSize>();
const mostRemembered = 5_000;

/** Opens a state by its version's id, or the record as it stands. */
export type OpenState = (id: string) => Promise<ReadRecord | null>;

/**
 * How much each of these versions changed since the one before it, and the record since the newest. Others
 * get their turn between any two.
 * @param versions newest first; the last one is only compared with
 */
export async function sizesOf(
  versions: readonly VersionFact[],
  open: OpenState,
): Promise<{ rows: VersionRow[]; sinceNewest: ChangeSize | null }> {
  const records = new Records(open);
  const sizes: (ChangeSize | null)[] = [];
  for (const [at, version] of versions.entries()) {
    const older = versions[at + 1];
    sizes.push(older ? await sizeBetween(older.id, version.id, records) : null);
  }
  const newest = versions[0];
  const sinceNewest = newest ? await records.between(newest.id, present) : null;
  return { rows: versions.map((version, at) => ({ ...version, size: sizes[at] ?? null })), sinceNewest };
}

async function sizeBetween(older: string, newer: string, records: Records): Promise<ChangeSize | null> {
  const key = `${older} ${newer}`;
  const known = remembered.get(key);
  if (known) return known;
  const size = await records.between(older, newer);
  if (!size) return null;
  if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value ?? "");
  remembered.set(key, size);
  return size;
}

/** Reads versions one after the other, holding on to the last only: the next pair begins where this one ended. */
class Records {
  #last: { id: string; record: CanonicalRecord } | null = null;

  constructor(readonly open: OpenState) {}

  async between(older: string, newer: string): Promise<ChangeSize | null> {
    const after = await this.#read(newer);
    const before = await this.#read(older);
    return before && after ? recordDifference(before, after).size : null;
  }

  async #read(id: string): Promise<CanonicalRecord | null> {
    if (this.#last?.id === id) return this.#last.record;
    await new Promise((resolve) => setImmediate(resolve));
    const found = await this.open(id);
    if (!found) return null;
    await new Promise((resolve) => setImmediate(resolve));
    const record = canonicalRecord(found.document);
    found.document.destroy();
    this.#last = { id, record };
    return record;
  }
}
