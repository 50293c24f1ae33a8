import type * as Y from "yjs";
import type { NoteNode } from "./noteSchema";
import { readLines } from "./readLines";
import { isRecordId, notesOf, notesRoot } from "./shape";

const prefix = "minutes-";

/**
 * The id under which the wording of the minutes on a topic is held: lines like those of notes, beside them. Editor,
 * carets, undo, tables and authorship are those of notes; only who may write there differs (`parts.ts`).
 */
export function wordingId(topicId: string): string {
  return `${prefix}${topicId}`;
}

/** Tells of which topic an id names the wording; null where it names notes. */
export function topicOfWording(id: string): string | null {
  const topicId = id.startsWith(prefix) ? id.slice(prefix.length) : null;
  return isRecordId(topicId) ? topicId : null;
}

/** Reads the wording of the minutes on a topic; null where none was ever drafted. Makes nothing by being read. */
export function readWording(document: Y.Doc, topicId: string): NoteNode | null {
  const id = wordingId(topicId);
  if (!document.share.has(notesRoot(id))) return null;
  const text = notesOf(document, id);
  return text.length > 0 ? readLines(document, id, text) : null;
}
