import { expect, it } from "vitest";
import * as Y from "yjs";
import { mergeEdits } from "~/meeting/correction/mergeEdits";
import { convertNotes } from "~/record/document/convertNotes";
import { noteText } from "~/record/document/noteSchema";
import { addTopic, canonicalRecord, notesOf, readNotes, setTopicField } from "~/record/document/record";
import { plainDocument } from "~server/live/plainDocument";
import { writeElement, writeLine } from "../../../builders/notes";

function copyOf(from: Y.Doc): Y.Doc {
  const copy = plainDocument();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(from));
  return copy;
}

/** A record with its notes as elements, the same with lines, and what somebody edits in the first. */
function heldTwice(edit: (old: Y.Doc) => void) {
  const old = new Y.Doc();
  addTopic(old, { id: "a", title: "路灯" });
  addTopic(old, { id: "b", title: "水管" });
  writeElement(old, "a", "东街三盏灯不亮");
  writeElement(old, "a", "月底修好");
  const lines = copyOf(old);
  lines.transact(() => convertNotes(lines));
  const edited = copyOf(old);
  const vector = Y.encodeStateVector(edited);
  edited.transact(() => edit(edited));
  const change = { before: canonicalRecord(old), after: canonicalRecord(edited) };
  return { lines, edits: { bytes: Y.encodeStateAsUpdate(edited, vector), change, inElements: true } };
}

const wordsIn = (document: Y.Doc, line: number) =>
  (document.getXmlFragment("notes/a").get(line) as Y.XmlElement).get(0) as Y.XmlText;
const textOf = (document: Y.Doc, topicId: string) => noteText(readNotes(document, topicId)).split("\n");

it("edits of elements go into lines that others have written in since", () => {
  const { lines, edits } = heldTwice((old) => {
    wordsIn(old, 0).insert(2, "路口");
    wordsIn(old, 1).delete(0, 2);
    writeElement(old, "b", "另记一段");
    setTopicField(old, "b", "title", "水管漏水");
  });
  notesOf(lines, "a").insert(7, "，居民多次反映");
  writeLine(lines, "a", "后来的一段");
  lines.transact(() => mergeEdits(lines, edits));
  expect(textOf(lines, "a")).toEqual(["东街路口三盏灯不亮，居民多次反映", "修好", "后来的一段"]);
  expect(textOf(lines, "b")).toEqual(["另记一段"]);
  expect(canonicalRecord(lines).topics.map(({ title }) => title)).toEqual(["路灯", "水管漏水"]);
});

it("edits that were merged already change nothing", () => {
  for (const edit of [
    (old: Y.Doc) => wordsIn(old, 0).insert(2, "路口"),
    (old: Y.Doc) => wordsIn(old, 1).delete(0, 2),
    (old: Y.Doc) => writeElement(old, "b", "另记一段"),
  ]) {
    const { lines, edits } = heldTwice(edit);
    lines.transact(() => mergeEdits(lines, edits));
    const once = canonicalRecord(lines);
    lines.transact(() => mergeEdits(lines, edits));
    expect(canonicalRecord(lines)).toEqual(once);
  }
});
