import * as Y from "yjs";
import { restoreNotes } from "~/meeting/history/restoreNotes";
import type { NoteNode } from "~/record/document/noteSchema";
import { notesOf, readNotes } from "~/record/document/record";
import { writeLines } from "~/record/document/writeLines";

/**
 * Writes what somebody changed in notes into notes that have gone on since, and of which the edits themselves know
 * nothing: what both wrote is there afterwards.
 * @param change how the notes read before and after the change
 */
export function mergeNotes(
  document: Y.Doc,
  topicId: string,
  change: { before: NoteNode; after: NoteNode },
): void {
  const base = new Y.Doc();
  base.transact(() => writeLines(base, topicId, notesOf(base, topicId), change.before));
  const [theirs, ours] = [copyOf(base), copyOf(base)];
  restoreNotes(theirs, topicId, change.after);
  restoreNotes(ours, topicId, readNotes(document, topicId));
  Y.applyUpdate(ours, Y.encodeStateAsUpdate(theirs));
  restoreNotes(document, topicId, readNotes(ours, topicId));
  for (const one of [base, theirs, ours]) one.destroy();
}

function copyOf(document: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document));
  return copy;
}
