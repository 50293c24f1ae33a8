import { describe, expect, it } from "vitest";
import { importRows } from "~/problem/import/rows";
import { cleanCell, readTable } from "~/problem/import/table";

const known = {
  units: [{ id: "works", names: ["区建设管理委", "建管委", "Construction Commission"] }],
  communities: [{ id: "lane", names: ["永丰里居民区"] }],
  onRecord: new Map<string, string>(),
};

function rowsOf(lines: string[][], onRecord = known.onRecord) {
  const table = readTable(lines.map((cells, at) => ({ row: at + 1, cells: cells.map(cleanCell) })))!;
  return importRows(table, table.columns, { ...known, onRecord });
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

  it("makes up for a missing name or missing words from the other, and rejects a row without both", () => {
    const rows = rowsOf([
      ["名称", "原话", "类别"],
      ["", "楼道堆物，".repeat(20), ""],
      ["楼道堆物", "", ""],
      ["", "", "环境"],
    ]);
    expect(rows[0]!.problem!.title).toHaveLength(40);
    expect(rows[1]!.problem!.originalWording).toBe("楼道堆物");
    expect(rows[2]!.rejected).toEqual([{ column: "名称", code: "required" }]);
  });

  it("rejects cells that are too long, naming column and length", () => {
    const [row] = rowsOf([
      ["名称", "原话"],
      ["路灯", "黑".repeat(9_000)],
    ]);
    expect(row!.rejected).toEqual([{ column: "原话", code: "tooLong", value: "9000" }]);
    const [taken] = rowsOf([
      ["名称", "原话"],
      ["路灯", "黑".repeat(7_000)],
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
