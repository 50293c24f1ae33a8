import * as Y from "yjs";
import { type CanonicalRecord, canonicalRecord } from "~/record/document/record";
import type { Limits } from "../limits";
import { plainDocument } from "../plainDocument";
import { type Incoming, type Outcome, RoomDocument } from "./document";

/** What edits would do to a record; `bytes` is the part of them that can stand. */
export type DryRun =
  | { finding: "new"; bytes: Uint8Array; before: CanonicalRecord; after: CanonicalRecord }
  | { finding: Exclude<Outcome, "new" | "refused"> };

/**
 * Applies edits to a copy, inspected and bounded like any update of a room, whatever part they change.
 * @param held the document as one update, and whether it holds notes as elements
 */
export function dryRun(
  { state, elements }: { state: Uint8Array; elements: boolean },
  { bytes: edits, step2 }: Incoming,
  limits: Limits,
): DryRun {
  const document = plainDocument({ elements });
  try {
    Y.applyUpdate(document, state);
    const before = canonicalRecord(document);
    const size = { snapshotBytes: state.length, logCount: 0, logBytes: 0 };
    const copy = new RoomDocument({ document, sequence: 0, ...size, state: null }, limits);
    const { outcomes, stored, spoiled } = copy.apply([{ bytes: edits, step2 }]);
    const [finding = "invalid"] = outcomes;
    if (finding === "refused") throw new Error("an update was refused that may change every part");
    if (finding !== "new") return { finding };
    const [bytes] = stored;
    if (spoiled || !bytes) return { finding: "invalid" };
    return { finding, bytes, before, after: canonicalRecord(document) };
  } finally {
    document.destroy();
  }
}
