import { describe, expect, it } from "vitest";
import { sheetPages } from "~/meeting/sheet/sheetPages";
import { gapsIn, textLines, textWidth, titleLines } from "~/meeting/sheet/textLines";

describe("lines of a paper", () => {
  it("hold as many characters as fit, the first two fewer", () => {
    expect(textLines("会".repeat(60), 28, 2).map((line) => line.length)).toEqual([26, 28, 6]);
  });

  it("never divide a number, nor begin with a full stop, nor end with an opening bracket", () => {
    expect(textLines(`${"会".repeat(9)}2026年`, 10)).toEqual(["会".repeat(9), "2026年"]);
    expect(textLines(`${"会".repeat(10)}。`, 10)).toEqual(["会".repeat(9), "会。"]);
    expect(textLines(`${"会".repeat(9)}（一）`, 10)).toEqual(["会".repeat(9), "（一）"]);
  });

  it("divide what is longer than a line", () => {
    expect(textLines("A".repeat(40), 10).join("")).toBe("A".repeat(40));
    expect(textLines("A".repeat(40), 10).length).toBeGreaterThan(2);
  });

  it("leave a quarter of a character between scripts", () => {
    expect(textWidth("共12项")).toBe(3.5);
    expect(gapsIn("共12项，A栋")).toEqual(["共", "12", "项，A", "栋"]);
  });
});

describe("lines of a title", () => {
  it("are one where it fits", () => {
    expect(titleLines("东街道2026年11月会议纪要", 19)).toEqual(["东街道2026年11月会议纪要"]);
  });

  it("are about as long as each other, and none is a single character", () => {
    expect(titleLines("五角场街道2026年12月基层会商日会议纪要", 19)).toEqual([
      "五角场街道2026年12月",
      "基层会商日会议纪要",
    ]);
    const lines = titleLines("东街道2026年11月基层会商日会议纪要（更正）", 19);
    expect(lines).toHaveLength(2);
    expect(Math.min(...lines.map((line) => textWidth(line)))).toBeGreaterThan(7);
    expect(lines.join("")).toBe("东街道2026年11月基层会商日会议纪要（更正）");
  });
});

describe("pages of a paper", () => {
  const page = { lines: 22, head: 12, end: 3 };
  const lines = (count: number) => [{ lines: count }];

  it("end with an even one, which is apart where the text ends on an odd one", () => {
    expect(sheetPages(lines(5), page)).toEqual({ pages: 2, endsApart: true, leavesPage: false });
    expect(sheetPages(lines(15), page)).toEqual({ pages: 2, endsApart: false, leavesPage: false });
  });

  it("leave one empty where the end block does not fit below the text", () => {
    expect(sheetPages(lines(30), page)).toEqual({ pages: 4, endsApart: true, leavesPage: true });
  });

  it("keep a heading with what it stands above", () => {
    const apart = sheetPages([{ lines: 31 }, { lines: 1, keepsNext: true }, { lines: 1 }], page);
    expect(apart.pages).toBe(4);
    expect(apart.leavesPage).toBe(false);
  });
});
