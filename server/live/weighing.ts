import * as Y from "yjs";
import type { Weighed } from "~/session/liveGateway.server";
import { canonicalJson, canonicalRecord } from "~/session/record";
import { RoomDocument } from "./document";
import type { Limits } from "./limits";
import { plainDocument } from "./plainDocument";
import { isProposed } from "./proposal";

/** Edits that somebody hands in, and what they are held against. */
export interface HandedIn {
  room: string;
  epoch: number;
  /** The document as committed, as one update. */
  state: Uint8Array;
  bytes: Uint8Array;
  personId: string;
}

/**
 * What handed-in edits would change. They are inspected like any update and applied to a copy only; what
 * builds on something that the record never got is left out.
 */
export async function weigh(handed: HandedIn, limits: Limits): Promise<Weighed> {
  const { state, epoch } = handed;
  const document = plainDocument();
  try {
    Y.applyUpdate(document, state);
    const before = canonicalRecord(document);
    const size = { snapshotBytes: state.length, logCount: 0, logBytes: 0 };
    const copy = new RoomDocument({ document, sequence: 0, ...size, state: null }, limits);
    const { outcomes, stored, spoiled } = copy.apply([{ bytes: handed.bytes, step2: true }]);
    const bytes = stored[0];
    if (outcomes[0] === "known") return { finding: "nothing" };
    if (spoiled || !bytes) return { finding: "unreadable" };
    const after = canonicalRecord(document);
    if (canonicalJson(before) === canonicalJson(after)) return { finding: "nothing" };
    if (await isProposed({ ...handed, frozen: state, bytes })) return { finding: "known" };
    return { finding: "new", epoch, bytes, before, after };
  } finally {
    document.destroy();
  }
}
