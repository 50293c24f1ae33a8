import { createHash } from "node:crypto";
import type { CanonicalRecord } from "~/record/document/record";
import { contentOf, type RestoreUnit, type SeenUnit, writeUnit } from "./restorePart";
import { steadyJson } from "./restoreText";

/** Tells whether a part of the record still says what it said. */
export function fingerprint(record: CanonicalRecord, unit: RestoreUnit): string {
  const content = contentOf(record, unit);
  return createHash("sha256")
    .update(content === undefined ? "" : steadyJson(content))
    .digest("hex")
    .slice(0, 16);
}

/** Parts as they are now, in the words of a form; read back by `readSeen`. */
export function seenNow(record: CanonicalRecord, units: readonly RestoreUnit[]): string {
  return units.map((unit) => `${writeUnit(unit)}:${fingerprint(record, unit)}`).join(" ");
}

/** Those that still are as they were seen. */
export function unchanged(record: CanonicalRecord, seen: readonly SeenUnit[]): SeenUnit[] {
  return seen.filter((unit) => fingerprint(record, unit) === unit.fingerprint);
}
