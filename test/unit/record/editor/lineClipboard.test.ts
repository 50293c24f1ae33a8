// @vitest-environment jsdom
import { AllSelection } from "@tiptap/pm/state";
import * as prng from "lib0/prng";
import { describe, expect, it } from "vitest";
import { cleanPaste } from "~/record/editor/cleanPaste.client";
import { fromWord, fromWps } from "../../../builders/clipboard";
import { LineHands, type Written } from "../../../builders/lineHands";

/** What stands there after something was pasted. */
function pasted(html: string, ...written: Written[]): Written[] {
  const hands = new LineHands(...written);
  hands.paste(cleanPaste(html).html);
  return hands.reads;
}

function copied(...written: Written[]) {
  return new LineHands(...written).copy();
}

describe("what is copied", () => {
  it("is headings, lists in lists, quotations and tables for other programs", () => {
    const { html, text } = copied("h2 |标题", "o1 甲", "b2 乙", "p2 续", "o1 丙", "q 引", "p 文|");
    expect(html.replace(/ data-[a-z-]+="[^"]*"/g, "")).toBe(
      [
        "<h2>标题</h2><ol><li><p>甲</p><ul><li><p>乙</p><p>续</p></li></ul></li><li><p>丙</p></li></ol>",
        "<blockquote><p>引</p></blockquote><p>文</p>",
      ].join(""),
    );
    expect(text).toBe("标题\n1. 甲\n  • 乙\n    续\n2. 丙\n引\n文");
  });

  it("is words alone where it is part of a line", () => {
    expect(copied("b1 甲|乙丙|丁").text).toBe("乙丙");
    expect(copied([["p 一", "p |二三|"]]).html).toMatch(/^<p [^>]*>二三<\/p>$/);
  });

  it("comes back as the lines that it was", () => {
    const chance = prng.create(7);
    const forms = ["p", "b1", "b2", "b3", "o1", "o2", "h2", "h4", "q", "p1", "p2"];
    const hands = new LineHands();
    for (let round = 0; round < 15; round++) {
      const lines = Array.from({ length: prng.int32(chance, 2, 9) }, (_, at) => {
        const line = `${prng.oneOf(chance, forms)} ${prng.bool(chance) ? `${at}  x` : ""}`.trim();
        const isTable = at > 0 && prng.int32(chance, 0, 6) === 0;
        return isTable
          ? [
              ["p 一", `${line}/b1 二`],
              ["o2 三", "p"],
            ]
          : line;
      });
      // Behind a table at the end an empty line is made in which one goes on.
      hands.write(...lines, "p 末");
      const before = hands.lines;
      hands.view.dispatch(hands.view.state.tr.setSelection(new AllSelection(hands.view.state.doc)));
      const { html } = hands.copy();
      hands.write("p |");
      hands.paste(html);
      expect(hands.lines).toEqual(before);
    }
  });
});

describe("what is pasted", () => {
  it("into a line goes on with its words, in the form that it has", () => {
    const { html } = copied("h2 甲|乙|");
    expect(pasted(html, "b2 前|后")).toEqual(["b2 前乙|后"]);
    expect(pasted("东街<b>路灯</b>", "h3 |")).toEqual(["h3 东街路灯|"]);
  });

  it("into an empty line takes its place", () => {
    expect(pasted(copied("h2 |标题|").html, "p |")).toEqual(["h2 标题|"]);
    expect(pasted("<ul><li>甲</li></ul>", "p 前", "p |")).toEqual(["p 前", "b1 甲|"]);
  });

  it("as several lines breaks the line at the caret", () => {
    expect(pasted("<h2>甲</h2><ul><li>乙</li><li>丙</li></ul>", "p 前|后")).toEqual([
      "p 前甲",
      "b1 乙",
      "b1 丙|后",
    ]);
    expect(pasted("<p>甲</p><p>乙</p>", "p |标题")).toEqual(["p 甲", "p 乙|标题"]);
    expect(pasted("<p>甲</p><p>乙</p>", "h2 |标题")).toEqual(["p 甲", "h2 乙|标题"]);
    expect(pasted("<p>甲</p><p>乙</p>", "b1 前|")).toEqual(["b1 前甲", "p 乙|"]);
  });

  it("from Word is headings, lists and a table", () => {
    expect(pasted(fromWord, "p |")).toEqual([
      ...["h2 一、东街路灯", "p 会议听取了区建管委汇报，东街共有路灯二十盏不亮，月底前修复。", "h3 分工"],
      ...["o1 区建管委更换灯具", "b2 先主路", "b2 后支路", "o1 街道通知居民"],
      ...["p 要求：", "b1 夜间施工", "b1 设置围挡"],
      [
        ["p 单位", "p 时限", "p"],
        ["p 区建管委", "o1 主路月中", "p"],
      ],
      "p 详见通知和附件。|",
    ]);
  });

  it("from WPS goes in the middle of a sentence", () => {
    expect(pasted(fromWps, "p 前|后")).toEqual([
      ...["p 前会议要点", "p 南弄下水道 年底前疏通", "o1 区水务局疏通", "o1 街道巡查|后"],
    ]);
  });

  it("keeps what is raised or lowered, from Word and from WPS", () => {
    const hands = new LineHands("p |");
    hands.paste(
      cleanPaste("<p>面积10<sup>5</sup>m<span style='vertical-align:super'>2</span>，CO<sub>2</sub></p>")
        .html,
    );
    const marked = hands.view.state.doc
      .child(0)
      .children.map(({ text, marks }) => [text, marks[0]?.type.name]);
    expect(marked).toEqual([
      ["面积10", undefined],
      ["5", "superscript"],
      ["m", undefined],
      ["2", "superscript"],
      ["，CO", undefined],
      ["2", "subscript"],
    ]);
    hands.editor.commands.selectAll();
    expect(hands.copy()).toMatchObject({ text: "面积10⁵m²，CO₂" });
  });

  it("as text is a line for each of its lines, in the form that is there", () => {
    const text = (...written: Written[]) => {
      const hands = new LineHands(...written);
      hands.pasteText("甲\r\n\r\n乙\n丙\n");
      return hands.reads;
    };
    expect(text("p 前|后")).toEqual(["p 前甲", "p 乙", "p 丙|后"]);
    expect(text("b2 |")).toEqual(["b2 甲", "b2 乙", "b2 丙|"]);
    expect(text("h2 前|")).toEqual(["h2 前甲", "p 乙", "p 丙|"]);
  });
});

describe("a table that is pasted", () => {
  const table = "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>";

  it("is a table between lines, and words in a cell", () => {
    const rows = [
      ["p 1", "p 2"],
      ["p 3", "p 4"],
    ];
    expect(pasted(table, "p 前|后")).toEqual(["p 前", rows, "p |后"]);
    expect(pasted(table, "p 前", "p |")).toEqual(["p 前", rows, "p |"]);
    expect(pasted(table, [["p 甲|", "p 乙"]])).toEqual(["p", [["p 甲1/p 2/p 3/p 4|", "p 乙"]]]);
    expect(pasted("<table><tr><td>1</td></tr></table>", "p 前|")).toEqual(["p 前1|"]);
  });

  it("fills the cells that are selected, as far as there are as many", () => {
    const hands = new LineHands("p", [
      ["p 甲", "p 乙", "p 丙"],
      ["p 丁", "p 戊", "p 己"],
    ]);
    hands.selectCells(1, [0, 1], [1, 2]);
    hands.paste(table);
    expect(hands.lines[1]).toEqual([
      ["p 甲", "p 1", "p 2"],
      ["p 丁", "p 3", "p 4"],
    ]);
  });

  it("is what was copied of it, cells that were selected too", () => {
    const hands = new LineHands("p", [
      ["p 甲", "p 乙", "p 丙"],
      ["p 丁", "p 戊/p 庚", "p 己"],
    ]);
    hands.selectCells(1, [0, 1], [1, 2]);
    const { html, text } = hands.copy();
    expect(text).toBe("乙\t丙\n戊 庚\t己");
    expect(pasted(html, "p 前", "p |")).toEqual([
      "p 前",
      [
        ["p 乙", "p 丙"],
        ["p 戊/p 庚", "p 己"],
      ],
      "p |",
    ]);
  });
});

describe("a table that is pasted from elsewhere", () => {
  const table = (rows: number, columns: number) => {
    const cells = (row: number) =>
      Array.from({ length: columns }, (_, at) => `<td>${row}-${at}</td>`).join("");
    return `<table>${Array.from({ length: rows }, (_, row) => `<tr>${cells(row)}</tr>`).join("")}</table>`;
  };

  it("of Word, 60 rows long, is a table", () => {
    const hands = new LineHands("p |");
    hands.paste(table(60, 12));
    expect(hands.view.state.doc.children.map(({ type }) => type.name)).toContain("table");
  });

  it("is lines with all its words where the record could not bear its cells", () => {
    const hands = new LineHands("p |");
    hands.paste(table(101, 10));
    expect(hands.lines.slice(0, 1)).toEqual(["p 0-0\t0-1\t0-2\t0-3\t0-4\t0-5\t0-6\t0-7\t0-8\t0-9"]);
    expect(hands.lines.at(-1)).toMatch(/^p 100-0\t.*100-9$/);
    for (let times = 0; times < 5; times++) hands.paste(table(60, 12));
    expect(hands.document.share.size).toBeLessThan(3_000);
    expect(hands.view.state.doc.textContent.match(/59-11/g)).toHaveLength(5);
  });
});
