import type * as Y from "yjs";
import { type NoteNode, noteText } from "./noteSchema";
import { readElements } from "./readElements";
import { elementsOf, notesOf, topicOfElements } from "./shape";
import { writeLines } from "./writeLines";

/**
 * Makes lines of all notes that a document holds as elements. They read as they did, as far as lines can say it. To be
 * called in a transaction.
 */
export function convertNotes(document: Y.Doc): void {
  for (const topicId of topicsInElements(document)) {
    const notes = readElements(elementsOf(document, topicId));
    if (!isBlank(notes)) writeLines(document, topicId, notesOf(document, topicId), notes);
  }
  dropElements(document);
}

/** Takes all elements out of a document whose notes are lines. To be called in a transaction. */
export function dropElements(document: Y.Doc): void {
  for (const topicId of topicsInElements(document)) {
    const elements = elementsOf(document, topicId);
    elements?.delete(0, elements.length);
  }
}

/** Lists the topics whose notes a document holds as elements. */
export function topicsInElements(document: Y.Doc): string[] {
  return [...document.share.keys()].flatMap((name) => topicOfElements(name) ?? []);
}

function isBlank(notes: NoteNode): boolean {
  return noteText(notes).trim() === "" && (notes.content?.length ?? 0) <= 1;
}
