// @vitest-environment jsdom
import { TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { actOnTable, type TableActName } from "~/record/binding/tableActs";
import { insertTable } from "~/record/editor/tableCommands";
import { LineHands, type Written } from "../../../builders/lineHands";

const grid = (...rows: string[]): string[][] =>
  rows.map((row) => row.split(" ").map((cell) => `p ${cell}`.trim()));

function acted(act: TableActName, ...written: Written[]): Written[] {
  const hands = new LineHands(...written);
  actOnTable(hands.view, act);
  hands.check();
  return hands.reads;
}

/** Selects from one word to another, wherever they stand. */
function select(hands: LineHands, from: string, to: string): void {
  const { doc, tr } = hands.view.state;
  const places: Record<string, number> = {};
  doc.descendants((node, position) => {
    if (node.isText) places[node.text!] = position;
  });
  hands.view.dispatch(tr.setSelection(TextSelection.create(doc, places[from]!, places[to]! + to.length)));
}

describe("a table", () => {
  const table = [
    ["p 甲", "p |乙"],
    ["p 丙", "p 丁"],
  ];

  it("gets rows and columns where the caret is, and the caret goes into them", () => {
    expect(acted("addRowAfter", "p", table)).toEqual([
      "p",
      [
        ["p 甲", "p 乙"],
        ["p", "p |"],
        ["p 丙", "p 丁"],
      ],
    ]);
    expect(acted("addRowBefore", "p", table)).toEqual([
      "p",
      [
        ["p", "p |"],
        ["p 甲", "p 乙"],
        ["p 丙", "p 丁"],
      ],
    ]);
    expect(acted("addColumnAfter", "p", table)).toEqual([
      "p",
      [
        ["p 甲", "p 乙", "p |"],
        ["p 丙", "p 丁", "p"],
      ],
    ]);
    expect(acted("addColumnBefore", "p", table)).toEqual([
      "p",
      [
        ["p 甲", "p |", "p 乙"],
        ["p 丙", "p", "p 丁"],
      ],
    ]);
  });

  it("loses the row or the column of the caret, and goes itself with the last one", () => {
    expect(acted("deleteRow", "p", table)).toEqual(["p", [["p 丙", "p |丁"]]]);
    expect(acted("deleteColumn", "p", table)).toEqual(["p", [["p |甲"], ["p 丙"]]]);
    expect(acted("deleteRow", "p 前", [["p |甲"]], "p 后")).toEqual(["p 前|", "p 后"]);
    expect(acted("deleteTable", "p 前", table, "p 后")).toEqual(["p 前|", "p 后"]);
  });

  it("loses all rows of which cells are selected", () => {
    const hands = new LineHands("p", grid("1 2", "3 4", "5 6"));
    hands.selectCells(1, [0, 0], [1, 0]);
    actOnTable(hands.view, "deleteRow");
    hands.check();
    expect(hands.lines).toEqual(["p", grid("5 6")]);
  });

  it("names its columns in the first row, or does not", () => {
    const hands = new LineHands("p", table);
    const first = () => hands.view.state.doc.child(1).firstChild?.firstChild?.type.name;
    actOnTable(hands.view, "toggleHeaderRow");
    expect(first()).toBe("tableHeader");
    expect(hands.reads).toEqual(["p", table]);
    actOnTable(hands.view, "toggleHeaderRow");
    expect(first()).toBe("tableCell");
  });

  it("is inserted behind the words of a line, or in the place of an empty one", () => {
    const empty = [
      ["p |", "p"],
      ["p", "p"],
    ];
    const inserted = (...written: Written[]) => {
      const hands = new LineHands(...written);
      insertTable(2, 2)(hands.view.state, hands.view.dispatch);
      hands.check();
      return hands.reads;
    };
    expect(inserted("p 前|后")).toEqual(["p 前后", empty, "p"]);
    expect(inserted("p 前", "p |", "p 后")).toEqual(["p 前", empty, "p 后"]);
    expect(inserted("p |")).toEqual(["p", empty, "p"]);
    expect(inserted("p", [["p |"]])).toEqual(["p", [["p |"]]]);
  });

  it("is walked through with Tab, which makes a row behind the last cell", () => {
    const hands = new LineHands("p", [["p 甲", "p |乙"]]);
    hands.press("Tab");
    expect(hands.reads).toEqual([
      "p",
      [
        ["p 甲", "p 乙"],
        ["p |", "p"],
      ],
    ]);
    hands.press("Shift Tab");
    expect(hands.reads[1]).toEqual(
      [
        ["p 甲", "p |乙|"],
        ["p", "p"],
      ].map((row) => row),
    );
  });

  it("that two extend at once gets what both asked for", () => {
    const [one, other] = [new LineHands("p", table), new LineHands()];
    const exchange = () => {
      Y.applyUpdate(other.document, Y.encodeStateAsUpdate(one.document), "network");
      Y.applyUpdate(one.document, Y.encodeStateAsUpdate(other.document), "network");
    };
    exchange();
    const child = other.view.state.doc.children.findIndex(({ type }) => type.name === "table");
    let start = 0;
    for (let at = 0; at < child; at++) start += other.view.state.doc.child(at).nodeSize;
    const { tr, doc } = other.view.state;
    other.view.dispatch(tr.setSelection(TextSelection.create(doc, start + 4)));
    actOnTable(one.view, "addRowAfter");
    actOnTable(one.view, "addColumnAfter");
    actOnTable(other.view, "addRowAfter");
    actOnTable(other.view, "addColumnAfter");
    exchange();
    const shown = one.view.state.doc.children.find(({ type }) => type.name === "table");
    expect([shown?.childCount, shown?.firstChild?.childCount]).toEqual([4, 4]);
    expect(one.lines).toEqual(other.lines);
  });
});

describe("what is selected over the edge of a cell", () => {
  const written: Written[] = ["p 前文", grid("甲 乙", "丙 丁"), "p 后文"];

  it("is deleted in each cell and each line by itself", () => {
    const deleted = (from: string, to: string, key: string) => {
      const hands = new LineHands(...written);
      select(hands, from, to);
      hands.press(key);
      return hands.reads;
    };
    expect(deleted("前文", "丙", "Delete")).toEqual([
      "p |",
      [
        ["p", "p"],
        ["p", "p 丁"],
      ],
      "p 后文",
    ]);
    expect(deleted("丙", "后文", "Backspace")).toEqual([
      "p 前文",
      [
        ["p 甲", "p 乙"],
        ["p |", "p"],
      ],
      "p",
    ]);
    expect(deleted("前文", "后文", "Delete")).toEqual(["p |"]);
    expect(deleted("丙", "后文", "Enter")).toEqual([
      "p 前文",
      [
        ["p 甲", "p 乙"],
        ["p |", "p"],
      ],
      "p",
    ]);
  });

  it("gives way to what is typed or pasted", () => {
    const hands = new LineHands(...written);
    select(hands, "丙", "后文");
    hands.type("新");
    expect(hands.reads).toEqual([
      "p 前文",
      [
        ["p 甲", "p 乙"],
        ["p 新|", "p"],
      ],
      "p",
    ]);
    hands.write(...written);
    select(hands, "前文", "甲");
    hands.paste("<p>一</p><p>二</p>");
    expect(hands.reads).toEqual([
      "p 一",
      "p 二|",
      [
        ["p", "p 乙"],
        ["p 丙", "p 丁"],
      ],
      "p 后文",
    ]);
  });

  it("with two tables in it leaves both as large as they are, and takes those between", () => {
    const hands = new LineHands("p", [["p 甲", "p 乙"]], "p 中", [["p 庚"]], "h2 又", [["p 丙", "p 丁"]]);
    select(hands, "乙", "丙");
    hands.press("Delete");
    expect(hands.reads).toEqual(["p", [["p 甲", "p |"]], [["p", "p 丁"]]]);
  });

  it("as cells is emptied, and the table goes when nothing is left in it", () => {
    const hands = new LineHands("p 前", [["b1 甲/p 乙", "p 丙"]], "p 后");
    hands.selectCells(1, [0, 0], [0, 1]);
    hands.press("Delete");
    expect(hands.lines).toEqual(["p 前", [["p", "p"]], "p 后"]);
    hands.selectCells(1, [0, 0], [0, 1]);
    hands.press("Delete");
    expect(hands.lines).toEqual(["p 前", "p 后"]);
  });

  it("as cells gives way to what is typed", () => {
    const hands = new LineHands("p 前", [["b1 甲/p 乙", "p 丙"]]);
    hands.selectCells(1, [0, 0], [0, 1]);
    hands.type("新");
    expect(hands.reads).toEqual(["p 前", [["p 新|", "p"]]]);
  });

  it("as everything leaves one empty line", () => {
    const hands = new LineHands("h2 前", [["p 甲"]]);
    hands.editor.commands.selectAll();
    hands.press("Backspace");
    expect(hands.reads).toEqual(["p |"]);
  });
});
