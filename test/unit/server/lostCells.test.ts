import { Slice } from "@tiptap/pm/model";
import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { cellsField } from "~/record/document/fieldPlace";
import { writeField } from "~/record/document/fieldValue";
import { lineSchema } from "~/record/document/lineSchema";
import { tableLines, tableOf, takeTableLine } from "~/record/document/noteTable";
import { addTopic, readNotes } from "~/record/document/record";
import { RoomDocument } from "~server/live/document/document";
import { defaultLimits } from "~server/live/limits";
import { plainDocument } from "~server/live/plainDocument";
import { LinesEditor } from "../../builders/linesEditor";

const schema = lineSchema();
const cell = () => schema.node("tableCell", null, schema.node("line"));
const row = () => schema.node("tableRow", null, [cell(), cell()]);

let server: RoomDocument;
let anna: LinesEditor;
let bela: LinesEditor;

/** Brings what somebody wrote to the server; answers the words that disappeared unseen by it. */
function send(editor: LinesEditor) {
  const batch = editor.updates.splice(0).map((bytes) => ({ bytes, step2: false }));
  return server
    .apply(batch)
    .losses.map(({ loss: { value, incoming, place } }) => ({ value, incoming, place }));
}

const receive = (editor: LinesEditor) => editor.receive(Y.encodeStateAsUpdate(server.document));
const tableId = () => anna.state.doc.child(1).attrs.id as string;
const takeSecondRow = ({ document }: LinesEditor) => {
  const id = tableLines(tableOf(document, "topic", tableId()), "row")[1]!;
  document.transact(() => takeTableLine(document, "topic", tableId(), { kind: "row", id }));
};
/** Writes into the first cell of the second row. */
function writeInCell(editor: LinesEditor, words: string): void {
  const before = editor.state.doc.child(0).nodeSize + 1 + editor.state.doc.child(1).child(0).nodeSize;
  const line = editor.state.doc.resolve(before + 3).parent;
  editor.act((tr) => tr.insertText(words, before + 3 + line.content.size));
}

beforeEach(() => {
  server = new RoomDocument(
    { document: plainDocument(), sequence: 0, snapshotBytes: 0, logCount: 0, logBytes: 0, state: null },
    defaultLimits,
  );
  addTopic(server.document, { id: "topic", title: "路灯" });
  anna = new LinesEditor(server.whole());
  anna.act((tr) => tr.insertText("经过", 1));
  anna.act((tr) => tr.insert(4, schema.node("table", null, [row(), row()])));
  expect(send(anna)).toEqual([]);
  bela = new LinesEditor(server.whole());
});

const taken = { value: "更换灯具", place: cellsField("topic") };

describe("words in a row that somebody takes away", () => {
  it("unseen, are told to their writer", () => {
    writeInCell(bela, "更换灯具");
    expect(send(bela)).toEqual([]);
    takeSecondRow(anna);
    expect(send(anna)).toEqual([{ ...taken, incoming: false }]);
  });

  it("before they came, are told to their writer", () => {
    writeInCell(bela, "更换");
    takeSecondRow(anna);
    expect(send(anna)).toEqual([]);
    expect(send(bela)).toEqual([{ ...taken, value: "更换", incoming: true }]);
    writeInCell(bela, "灯具");
    expect(send(bela)).toEqual([{ ...taken, incoming: true }]);
  });

  it("having seen them, are nobody's loss", () => {
    writeInCell(bela, "更换灯具");
    send(bela);
    receive(anna);
    takeSecondRow(anna);
    expect(send(anna)).toEqual([]);
  });

  it("are their own writer's to take", () => {
    writeInCell(bela, "更换灯具");
    takeSecondRow(bela);
    expect(send(bela)).toEqual([]);
  });
});

it("made-up words and marks keep no more than they may, and make nothing", () => {
  writeInCell(bela, "更换灯具".repeat(10_000));
  takeSecondRow(anna);
  send(anna);
  const [loss] = send(bela);
  expect(String(loss?.value).length).toBeLessThanOrEqual(20_000);
  const { document } = bela;
  const roots = server.document.share.size;
  document.transact(() => {
    for (let at = 0; at < 500; at++)
      tableOf(document, "topic", tableId()).set(`gone/row/r${at}`, { seen: "x" });
    document.getText("cells/topic/nowhere/row/column").insert(0, "甲");
  });
  expect(send(bela)).toEqual([]);
  expect(server.document.share.size).toBe(roots + 1);
});

it("words in a table that somebody deletes unseen are told to their writer, and a table put back takes none", () => {
  writeInCell(bela, "更换灯具");
  send(bela);
  anna.act((tr) => tr.replace(4, 4 + tr.doc.child(1).nodeSize, Slice.empty));
  expect(send(anna)).toEqual([{ ...taken, incoming: false }]);
  anna.undo.undo();
  send(anna);
  receive(bela);
  receive(anna);
  writeInCell(bela, "今日");
  expect(send(bela)).toEqual([]);
  expect(JSON.stringify(readNotes(server.document, "topic"))).toContain("更换灯具今日");
});

it("words of cells that are gone are put back as a line, once", () => {
  const put = () => writeField(server.document, cellsField("topic"), "更换灯具", "topic");
  expect([put(), put()]).toEqual([true, true]);
  expect(JSON.stringify(readNotes(server.document, "topic")).match(/更换灯具/g)).toHaveLength(1);
});
