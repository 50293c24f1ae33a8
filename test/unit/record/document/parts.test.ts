import { expect, it } from "vitest";
import * as Y from "yjs";
import { embedOf } from "~/record/document/noteLines";
import { cellOf, newTableLines, setTableLineGone, tableOf } from "~/record/document/noteTable";
import { changedParts } from "~/record/document/parts";
import { addTopic, notesOf } from "~/record/document/record";
import { breakLine, writeLine } from "../../../builders/notes";

/** Notes of two lines and a table, and what an edit of a copy of them changes. */
function partsOf(edit: (document: Y.Doc, cell: Y.Text, marker: Y.Map<unknown>) => void) {
  const document = new Y.Doc();
  addTopic(document, { id: "lamps", title: "路灯" });
  writeLine(document, "lamps", "第一行");
  writeLine(document, "lamps", "第二行");
  const table = tableOf(document, "lamps", "t");
  const [row] = newTableLines(table, "row", 2) as [string];
  const [column] = newTableLines(table, "column", 1) as [string];
  notesOf(document, "lamps").insertEmbed(7, embedOf.table("t"), {});
  cellOf(document, "lamps", "t", row, column).insert(0, "三盏");
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document));
  const runs = notesOf(copy, "lamps").toDelta() as { insert: unknown }[];
  const marker = runs.map(({ insert }) => insert).find((insert) => insert instanceof Y.Map)!;
  let update: Uint8Array | undefined;
  copy.on("update", (bytes: Uint8Array) => {
    update = bytes;
  });
  copy.transact(() => edit(copy, cellOf(copy, "lamps", "t", row, column), marker as Y.Map<unknown>));
  return changedParts(document, Y.decodeUpdate(update!));
}

const edits: Record<string, Parameters<typeof partsOf>[0]> = {
  "words in a line": (document) => notesOf(document, "lamps").insert(5, "亮"),
  "the form of the first line": (document) => notesOf(document, "lamps").setAttribute("form", "heading"),
  "the form of another line": (_document, _cell, marker) => marker.set("form", "bullet"),
  "a line broken, and words in the new one": (document) => {
    breakLine(notesOf(document, "lamps"), 5, "bullet");
    notesOf(document, "lamps").insert(6, "新");
  },
  "two lines joined": (document) => notesOf(document, "lamps").delete(3, 1),
  "a mention": (document) =>
    notesOf(document, "lamps").insertEmbed(0, embedOf.mention({ kind: "unit", id: "w", label: "甲" }), {}),
  "a new table with a cell": (document) => {
    newTableLines(tableOf(document, "lamps", "new"), "row", 2);
    cellOf(document, "lamps", "new", "r", "c").insert(0, "新格");
    notesOf(document, "lamps").insertEmbed(0, embedOf.table("new"), {});
  },
  "words in a cell": (_document, cell) => cell.insert(1, "十"),
  "words taken out of a cell": (_document, cell) => cell.delete(0, 2),
  "a line in a cell": (_document, cell) => breakLine(cell, 1, "bullet"),
  "a row that is taken away": (document) =>
    setTableLineGone(tableOf(document, "lamps", "t"), "row", "gone", true),
};

it.each(Object.entries(edits))("%s belongs to the notes of its topic, and to nothing else", (_what, edit) => {
  expect(partsOf(edit)).toEqual([{ kind: "notes", topicId: "lamps" }]);
});
