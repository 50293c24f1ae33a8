import { TextSelection } from "@tiptap/pm/state";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { positionNow, relativeSelection } from "~/record/binding/relativePlace";
import { lineSchema } from "~/record/document/lineSchema";
import { newRecordId } from "~/record/document/newRecordId";
import { addTableLine, tableLines, tableOf } from "~/record/document/noteTable";
import { LinesEditor } from "../../../builders/linesEditor";

const schema = lineSchema();

/** Two editors of the same words. */
function pair(words: string): [LinesEditor, LinesEditor] {
  const first = new LinesEditor();
  first.act((tr) => tr.insertText(words, 1));
  return [first, new LinesEditor(Y.encodeStateAsUpdate(first.document))];
}

function exchange(one: LinesEditor, other: LinesEditor): void {
  for (const update of one.updates.splice(0)) other.receive(update);
  for (const update of other.updates.splice(0)) one.receive(update);
}

const words = ({ state }: LinesEditor) => state.doc.textBetween(0, state.doc.content.size, "|");

describe("undo", () => {
  test("takes back what one wrote oneself and leaves what others wrote among it", () => {
    const [one, other] = pair("雨天");
    one.act((tr) => tr.insertText("，路面积水", 3));
    exchange(one, other);
    other.act((tr) => tr.insertText("严重", 8));
    exchange(one, other);
    one.undo.undo();
    exchange(one, other);
    expect([words(one), words(other)]).toEqual(["雨天严重", "雨天严重"]);
    one.undo.redo();
    expect(words(one)).toContain("，路面积水");
  });

  test("takes back the form of a line and no word", () => {
    const [one, other] = pair("雨天");
    one.act((tr) => tr.setNodeMarkup(0, null, { form: "bullet", depth: 1 }));
    exchange(one, other);
    other.act((tr) => tr.insertText("进不去", 3));
    exchange(one, other);
    one.undo.undo();
    expect(one.state.doc.firstChild!.attrs.form).toBe("paragraph");
    expect(words(one)).toBe("雨天进不去");
  });

  const table = () => {
    const cell = () => schema.node("tableCell", null, schema.node("line"));
    return schema.node("table", null, schema.node("tableRow", null, [cell(), cell()]));
  };

  test("takes back a table that one has put there, and with it what one wrote in it", () => {
    const [one] = pair("雨天");
    one.act((tr) => tr.insert(4, table()));
    one.act((tr) => tr.insertText("甲", 8));
    one.undo.undo();
    one.undo.undo();
    expect(one.state.doc.childCount).toBe(1);
    one.undo.redo();
    one.undo.redo();
    expect(words(one)).toContain("甲");
  });

  test("keeps a table, and a row, in which somebody else has written", () => {
    const [one, other] = pair("雨天");
    one.act((tr) => tr.insert(4, table()));
    const id = one.state.doc.child(1).attrs.id as string;
    const map = tableOf(one.document, "topic", id);
    one.undo.stopCapturing();
    one.changeTable(() => addTableLine(map, "row", newRecordId(), tableLines(map, "row")[0]!));
    exchange(one, other);
    const inNewRow = 4 + 1 + other.state.doc.child(1).child(0).nodeSize + 3;
    other.act((tr) => tr.insertText("乙", inNewRow));
    exchange(one, other);
    one.undo.undo();
    one.undo.undo();
    expect(words(one)).toContain("乙");
    expect(one.state.doc.child(1).childCount).toBe(2);
  });
});

describe("a caret", () => {
  test("stands behind the same letter, whatever others write", () => {
    const [one, other] = pair("雨天进不去");
    const stood = relativeSelection(one.notes, TextSelection.create(one.state.doc, 3));
    other.act((tr) => tr.insertText("大", 1));
    other.act((tr) => tr.split(4, 1));
    exchange(one, other);
    // Behind 天, before the break.
    expect(positionNow(one.notes, stood.anchor)).toBe(4);
  });

  test("is nowhere where its letters have not arrived, and makes nothing", () => {
    const [one] = pair("雨天");
    const ahead = Y.createRelativePositionFromJSON({ item: { client: 77, clock: 5 }, assoc: -1 });
    const invented = Y.createRelativePositionFromJSON({ tname: "lines/invented", assoc: -1 });
    expect(positionNow(one.notes, ahead)).toBeNull();
    expect(positionNow(one.notes, invented)).toBeNull();
    expect(one.document.share.has("lines/invented")).toBe(false);
  });

  test("stands in a cell", () => {
    const [one] = pair("雨天");
    const cell = schema.node("tableCell", null, schema.node("line", null, schema.text("甲乙")));
    one.act((tr) => tr.insert(4, schema.node("table", null, schema.node("tableRow", null, [cell]))));
    const stood = relativeSelection(one.notes, TextSelection.create(one.state.doc, 9));
    one.act((tr) => tr.insertText("丙", 8));
    expect(positionNow(one.notes, stood.anchor)).toBe(10);
  });
});

test("a line gets the depth that is asked for, also where another one is kept that its form does not have", () => {
  const [one] = pair("雨天");
  one.text.setAttribute("form", "quote");
  one.text.setAttribute("depth", 2);
  one.act((tr) => tr.setNodeMarkup(0, null, { form: "paragraph", depth: 0 }));
  expect(one.read.firstChild!.attrs).toMatchObject({ form: "paragraph", depth: 0 });
});
