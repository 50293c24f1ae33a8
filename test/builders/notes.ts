import * as Y from "yjs";
import { notesOf } from "~/record/document/record";

/** Writes a line under a topic's notes, as the editor would. */
export function writeLine(document: Y.Doc, topicId: string, words: string): void {
  const line = new Y.XmlElement("paragraph");
  line.insert(0, [new Y.XmlText(words)]);
  notesOf(document, topicId).push([line]);
}
