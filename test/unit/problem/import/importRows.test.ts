import { describe, expect, it } from "vitest";
import { readTable } from "~/problem/import/head";
import type { WordlessChoice } from "~/problem/import/importedRow";
import { rowReader } from "~/problem/import/rows";
import { cleanCell } from "~/problem/import/table";
import { usualRules } from "~/rules/ruleSet";

const known = {
  units: [{ id: "works", names: ["区建设管理委", "建管委", "Construction Commission"] }],
  communities: [{ id: "lane", names: ["永丰里居民区"] }],
  classes: usualRules.lists.classes,
  onRecord: new Map<string, string>(),
};

function rowsOf(lines: string[][], onRecord = known.onRecord, wordless?: WordlessChoice) {
  const table = readTable(lines.map((cells, at) => ({ row: at + 1, cells })))!;
  const context = { ...known, onRecord, wordless, today: "2026-11-30" };
  return table.rows.map(
    rowReader(table, table.columns, { ...context, keyOf: ({ cells }) => cells.filter(Boolean).join("|") }),
  );
}

describe("rows of an imported file", () => {
  it("finds the header under a title, skips empty rows and keeps the file's row numbers", () => {
    const rows = rowsOf([
      ["永丰街道问题清单"],
      ["", ""],
      ["名称", "原话", "涉及单位", "居民区", "类别"],
      ["", "", "", "", ""],
      [" 路灯不亮 ", "晚上一片黑。", "建管委、construction commission", "永丰里居民区", "公共设施"],
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      row: 5,
      rejected: [],
      remarks: [],
      problem: {
        title: "路灯不亮",
        concernedUnitIds: ["works"],
        communityId: "lane",
        problemClass: "publicFacilities",
      },
    });
  });

  it("takes a row in which something is not known, and says what", () => {
    const [row] = rowsOf([
      ["名称", "原话", "涉及单位", "居民区", "类别", "时间", "来源"],
      ["路灯不亮", "黑。", "某某局", "别处居民区", "疑难", "昨天", "道听途说"],
    ]);
    expect(row!.remarks.map((remark) => remark.code).sort()).toEqual([
      "badDate",
      "unknownClass",
      "unknownCommunity",
      "unknownSource",
      "unknownUnit",
    ]);
    expect(row!.problem).toMatchObject({ problemClass: "other", source: "resident", concernedUnitIds: [] });
  });

  it("makes up for a missing name from the words, and rejects a row without both", () => {
    const rows = rowsOf([
      ["名称", "原话", "类别"],
      ["", "楼道堆物，".repeat(20), ""],
      ["", "", "环境"],
    ]);
    expect(rows[0]!.problem!.title).toHaveLength(40);
    expect(rows[1]!.rejected).toEqual([{ column: "名称", code: "required" }]);
  });

  it("takes no name for the resident's words by itself", () => {
    const lines = [
      ["名称", "原话", "来源", "概述"],
      ["楼道堆物", "", "", "楼道里堆满纸箱"],
      ["井盖松动", "", "网格员", ""],
      ["路灯不亮", "黑。", "", ""],
    ];
    const [waiting, own, said] = rowsOf(lines);
    expect(waiting).toMatchObject({ waits: true, rejected: [{ column: "名称", code: "wordsMissing" }] });
    expect(waiting!.problem).toBeUndefined();
    expect(own).toMatchObject({ waits: false, problem: { originalWording: "", source: "gridWorker" } });
    expect(said!.problem!.originalWording).toBe("黑。");
    const decided = (choice: WordlessChoice) => rowsOf(lines, undefined, choice)[0];
    expect(decided("title")!.problem).toMatchObject({ originalWording: "楼道堆物", source: "resident" });
    expect(decided("statement")!.problem).toMatchObject({ originalWording: "", source: "inspection" });
    expect(decided("leave")).toMatchObject({ waits: false, rejected: [{ code: "wordsMissing" }] });
  });

  it("keeps every character of the words, and no other cell's blanks", () => {
    const words = "　　您好：\r\n\t我家楼下\u200b漏水 ";
    const [row] = rowsOf([
      ["名称", "原话"],
      [" 漏水 ", words],
    ]);
    expect(row!.problem).toMatchObject({ title: "漏水", originalWording: words });
  });

  it("tells of cells in which a formula has failed, and takes them for empty", () => {
    const [row, lost] = rowsOf([
      ["名称", "原话", "地点", "时间"],
      ["路灯不亮", "黑。", "#REF!", "#N/A"],
      ["井盖松动", "#VALUE!", "", ""],
    ]);
    expect(row!.problem).toMatchObject({ place: "", raisedAt: "" });
    expect(row!.remarks).toEqual([
      { column: "地点", code: "errorCell", value: "#REF!" },
      { column: "时间", code: "errorCell", value: "#N/A" },
    ]);
    expect(lost).toMatchObject({ waits: false, rejected: [{ column: "原话", code: "wordsUnreadable" }] });
  });

  it("leaves the day open where a file does not tell it", () => {
    const rows = rowsOf([
      ["名称", "原话", "时间"],
      ["路灯不亮", "黑。", "6号"],
      ["井盖松动", "响。", ""],
      ["树倒了", "挡路。", "10月8日"],
    ]);
    expect(rows.map((row) => row.problem!.raisedAt)).toEqual(["", "", "2026-10-08"]);
    expect(rows.map((row) => row.remarks.map(({ code }) => code))).toEqual([["badDate"], [], ["yearTaken"]]);
  });

  it("reads households and the day wished for, and says what it did not take as it stands", () => {
    const rows = rowsOf([
      ["名称", "原话", "影响户数", "期望办结时间"],
      ["路灯不亮", "黑。", "120", "2026/12/20"],
      ["井盖松动", "响。", "三十余户", "12月25日前"],
      ["树倒了", "挡路。", "整栋楼", "尽快"],
      ["下水不通", "臭。", "0", "2026-10-01"],
      ["电梯停了", "爬楼。", "", ""],
    ]);
    expect(rows.every((row) => row.rejected.length === 0)).toBe(true);
    expect(rows.map(({ problem }) => [problem!.households, problem!.wishOn])).toEqual([
      [120, "2026-12-20"],
      [30, "2026-12-25"],
      [null, null],
      [null, null],
      [null, null],
    ]);
    expect(rows.map(({ remarks }) => remarks.map(({ code, value }) => `${code} ${value}`))).toEqual([
      [],
      ["householdsTaken 30", "yearTaken 2026-12-25"],
      ["badHouseholds 整栋楼", "badWish 尽快"],
      ["badHouseholds 0", "wishPassed 2026-10-01"],
      [],
    ]);
  });

  it("takes no row that was raised on a day to come", () => {
    const [ahead, today] = rowsOf([
      ["名称", "原话", "时间"],
      ["路灯不亮", "黑。", "2062-11-30"],
      ["井盖松动", "响。", "2026-11-30"],
    ]);
    expect(ahead!.rejected).toEqual([{ column: "时间", code: "raisedAhead", value: "2062-11-30" }]);
    expect(today!.rejected).toEqual([]);
  });

  it("reads numbers as programs write them, and takes none that was shortened", () => {
    const rows = rowsOf([
      ["名称", "原话", "工单编号"],
      ["路灯不亮", "黑。", "2.0260106001E10"],
      ["井盖松动", "响。", "2.02601E+10"],
    ]);
    expect(rows.map((row) => row.sourceNumber)).toEqual(["20260106001", ""]);
    expect(rows[1]!.remarks).toEqual([{ column: "工单编号", code: "shortenedNumber", value: "2.02601E+10" }]);
  });

  it("leaves out totals and who filled in the list", () => {
    const lines = [
      ["序号", "名称", "原话"],
      ["1", "路灯不亮", "黑。"],
      ["合 计", "1件", ""],
      ["填表人：张三", "", "审核人：李四"],
    ];
    const table = readTable(lines.map((cells, at) => ({ row: at + 1, cells })))!;
    expect(table.rows.map(({ row }) => row)).toEqual([2]);
    expect(table.beside).toEqual([3, 4]);
  });

  it("knows a row again whatever is taken for its header", () => {
    const onRecord = new Map([["cells 路灯|黑。", "EST-2026-0003"]]);
    const [row] = rowsOf(
      [
        ["名称", "内容"],
        ["路灯", "黑。"],
      ],
      onRecord,
    );
    expect(row!.rejected).toEqual([{ column: "", code: "sameRowOnRecord", value: "EST-2026-0003" }]);
  });

  it("rejects cells that are too long, naming column and length", () => {
    const [row] = rowsOf([
      ["名称", "原话"],
      ["路灯", "黑".repeat(32_768)],
    ]);
    expect(row!.rejected).toEqual([{ column: "原话", code: "tooLong", value: "32768" }]);
    const [taken] = rowsOf([
      ["名称", "原话"],
      ["路灯", "黑".repeat(30_000)],
    ]);
    expect(taken!.rejected).toEqual([]);
  });

  it("finds what stands twice in the file or is on record", () => {
    const rows = rowsOf(
      [
        ["编号", "名称", "原话"],
        ["12", "路灯不亮", "黑。"],
        ["12", "井盖松动", "响。"],
        ["", "路灯不亮", "黑！"],
        ["13", "路灯不亮", "黑。"],
        ["14", "树倒了", "挡路。"],
      ],
      new Map([["number 14", "EST-2026-0007"]]),
    );
    expect(rows.map((row) => row.rejected[0])).toEqual([
      undefined,
      { column: "编号", code: "duplicateInFile", value: "2" },
      { column: "名称", code: "duplicateInFile", value: "2" },
      // Filed again under a number of its own: two cases, to be seen side by side at screening.
      undefined,
      { column: "编号", code: "duplicateOnRecord", value: "EST-2026-0007" },
    ]);
  });

  it("cleans cells of what cannot be seen", () => {
    expect(cleanCell("\ufeff　\u200b路灯\u0000\r\n不亮\t ")).toBe("路灯\n不亮");
  });
});
