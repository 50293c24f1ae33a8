import * as Y from "yjs";
import { embedOf, type LineForm, readLineAttributes } from "~/record/document/noteLines";
import { notesOf } from "~/record/document/record";

/** Writes a line under a topic's notes, as the editor would. */
export function writeLine(document: Y.Doc, topicId: string, words: string): void {
  document.transact(() => {
    const notes = notesOf(document, topicId);
    beginLine(notes);
    notes.insert(notes.length, words, {});
  });
}

/** Writes a line of mentions under a topic's notes, whatever they say. */
export function writeMentions(
  document: Y.Doc,
  topicId: string,
  mentions: readonly { kind: string; id: string; label: string }[],
): void {
  document.transact(() => {
    const notes = notesOf(document, topicId);
    beginLine(notes);
    for (const mention of mentions) notes.insertEmbed(notes.length, embedOf.mention(mention), {});
  });
}

function beginLine(notes: Y.Text): void {
  if (notes.length > 0) breakLine(notes, notes.length, "paragraph");
}

/** Breaks a line of notes: what stands behind the place becomes a line of that form. */
export function breakLine(notes: Y.Text, at: number, form: LineForm): void {
  const marker = new Y.Map<unknown>(Object.entries(readLineAttributes((key) => (key === "form" ? form : 0))));
  notes.insertEmbed(at, marker, {});
}

/** What stands at each place of notes; for what is no word, something that nobody types. */
function placesOf(notes: Y.Text): string {
  return (notes.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === "string" ? insert : insert instanceof Y.Map ? "\n" : "\0"))
    .join("");
}

/** The lines of notes, as they read. */
export function linesOfNotes(notes: Y.Text): string[] {
  return placesOf(notes).split("\n");
}

/** How many lines notes have. */
export function countLines(notes: Y.Text): number {
  return linesOfNotes(notes).length;
}

/** The place, or the one before it where it would cut a character in two: Yjs cannot put such halves together. */
export function between(notes: Y.Text, at: number): number {
  return /^[\udc00-\udfff]/.test(placesOf(notes).slice(at, at + 1)) ? at - 1 : at;
}

/** Where a line of notes stands in their text, counted from 0, and its words. */
export function lineAt(notes: Y.Text, line: number): { from: number; to: number; words: string } {
  const lines = linesOfNotes(notes);
  const words = lines[line];
  if (words === undefined) throw new Error(`there is no line ${line}`);
  const from = lines.slice(0, line).reduce((sum, before) => sum + before.length + 1, 0);
  return { from, to: from + words.length, words };
}

/** Writes a paragraph of a topic's notes as they were held before version 2 of the editor. */
export function writeElement(document: Y.Doc, topicId: string, words: string): void {
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  document.getXmlFragment(`notes/${topicId}`).push([paragraph]);
}
