import * as Y from "yjs";
import { dropElements } from "~/record/document/convertNotes";
import type { CanonicalRecord } from "~/record/document/record";
import { mergeNotes } from "./mergeNotes";

/** Proposed edits, and how the record read before and after them. */
export interface ProposedEdits {
  bytes: Uint8Array;
  change: Record<"before" | "after", Pick<CanonicalRecord, "topics">> | null;
  /** They were made in an epoch that held notes as elements, which the record no longer does. */
  inElements: boolean;
}

/** Merges proposed edits into a record that is being written. Done a second time, it changes nothing. */
export function mergeEdits(document: Y.Doc, { bytes, change, inElements }: ProposedEdits): void {
  const isThere = inElements && holds(document, bytes);
  Y.applyUpdate(document, bytes);
  if (!inElements) return;
  dropElements(document);
  if (isThere || !change) return;
  for (const { id, notes: after } of change.after.topics) {
    const before = change.before.topics.find((topic) => topic.id === id)?.notes ?? { type: "doc" };
    if (JSON.stringify(before) !== JSON.stringify(after)) mergeNotes(document, id, { before, after });
  }
}

/** Whether the document has all that an update brings; one that only deletes brings nothing. */
function holds(document: Y.Doc, bytes: Uint8Array): boolean {
  const { to } = Y.parseUpdateMeta(bytes);
  return to.size > 0 && [...to].every(([client, clock]) => Y.getState(document.store, client) >= clock);
}
