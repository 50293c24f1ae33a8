import { describe, expect, it } from "vitest";
import { findLedgerTable, ledgerColumns } from "~/plan/takeover/ledgerColumns";
import { readState } from "~/plan/takeover/ledgerState";
import { readDeadline } from "~/plan/takeover/readDeadline";

const sheet = (...rows: string[][]) => rows.map((cells, at) => ({ row: at + 1, cells }));
const meant = (...rows: string[][]) => {
  const found = findLedgerTable(sheet(...rows))!;
  return Object.fromEntries(Object.entries(found.columns).map(([column, at]) => [column, found.headers[at]]));
};

describe("the header of an earlier ledger", () => {
  it("is known by the names that offices give its columns", () => {
    expect(
      meant(
        ["全区督办台账"],
        [
          "序号",
          "议定事项",
          "牵头单位",
          "配合单位",
          "完成时限",
          "目前进展",
          "状态",
          "来源会议",
          "会议日期",
          "文号",
          "责任街镇",
        ],
      ),
    ).toEqual(
      Object.fromEntries(
        ledgerColumns.filter((one) => one !== "matter").map((one) => [one, expect.any(String)]),
      ),
    );
    expect(meant(["任务内容", "责任部门", "协办单位", "办结时限（年月日）", "办理进展情况"])).toEqual({
      text: "任务内容",
      lead: "责任部门",
      assisting: "协办单位",
      due: "办结时限（年月日）",
      progress: "办理进展情况",
    });
    expect(meant(["序号", "事项", "具体要求", "牵头单位", "完成时限", "是否办结"])).toEqual({
      ...{ matter: "事项", text: "具体要求", lead: "牵头单位", due: "完成时限", state: "是否办结" },
    });
    expect(meant(["Resolution", "Lead unit", "Due date"])).toMatchObject({
      text: "Resolution",
      due: "Due date",
    });
  });

  it("may have two rows, of which the lower divides the upper", () => {
    const head = meant(["事项", "责任单位", "责任单位", "状态"], ["名称", "牵头", "配合单位", ""]);
    expect(head).toEqual({ matter: "名称", lead: "牵头", assisting: "配合单位", state: "状态" });
  });

  it("is not seen in a sheet of something else", () => {
    expect(findLedgerTable(sheet(["单位", "电话"], ["一", "二"]))).toBeUndefined();
    expect(findLedgerTable([])).toBeUndefined();
  });
});

describe("a time limit", () => {
  it.each([
    ["2026年9月30日前", "2026-09-30"],
    ["2026/9/1", "2026-09-01"],
    ["2026-12", "2026-12-31"],
    ["2026年11月中旬", "2026-11-20"],
    ["12月底前", "2026-12-31"],
    ["2月底", "2027-02-28"],
    ["3月5日", "2027-03-05"],
    ["7月1日", "2026-07-01"],
    ["年底前", "2026-12-31"],
    ["年内", "2026-12-31"],
    ["十一月底前", "2026-11-30"],
    ["十月中旬", "2026-10-20"],
    ["2026年三季度", "2026-09-30"],
    ["第4季度末", "2026-12-31"],
    ["下半年", "2026-12-31"],
    ["2027年上半年", "2027-06-30"],
    ["2026.12.31", "2026-12-31"],
    ["2027年底", "2027-12-31"],
    ["４６２９５", "2026-09-30"],
  ])("is read from %s", (cell, day) => expect(readDeadline(cell, "2026-06-18")).toBe(day));

  it.each(["长期坚持", "立即", "13月底", "2月30日", "6号", "2026", "第3期"])("is not read from %s", (cell) =>
    expect(readDeadline(cell, "2026-06-18")).toBeUndefined(),
  );
});

describe("how far a task is", () => {
  it.each([
    ["", "inProgress"],
    ["未完成", "inProgress"],
    ["正在办理", "inProgress"],
    ["已逾期", "inProgress"],
    ["挂账", "suspended"],
    ["暂缓实施", "suspended"],
    ["已销号", "struckOff"],
    ["办结并销号", "struckOff"],
  ])("is read from %s", (cell, state) => expect(readState(cell, "handled")).toBe(state));

  it("is what the office says it is where the ledger calls it done", () => {
    for (const cell of ["已办结", "完成", "是"]) {
      expect(readState(cell, "handled")).toBe("handled");
      expect(readState(cell, "struckOff")).toBe("struckOff");
    }
  });
});
