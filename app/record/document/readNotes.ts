import type * as Y from "yjs";
import type { NoteNode } from "./noteSchema";
import { readElements } from "./readElements";
import { readLines } from "./readLines";
import { elementsOf, holdsLines, notesOf } from "./shape";

/**
 * Reads the notes of a topic as a validated tree, in the form in which the document holds them: a record that was
 * issued before notes were lines keeps its own. Never throws, never writes, makes no structure by being read.
 */
export function readNotes(document: Y.Doc, topicId: string): NoteNode {
  if (holdsLines(document, topicId)) return readLines(document, topicId, notesOf(document, topicId));
  return readElements(elementsOf(document, topicId));
}
