import { describe, expect, it } from "vitest";
import { columnLetter, distinctHeaders, matchHeaders } from "~/problem/import/columns";

describe("columns of an imported file", () => {
  it("knows headers of lists, of hotline exports and of English files", () => {
    expect(
      matchHeaders(["议题名称*", "群众原话（必填）", "涉及 单位", "协调情况", "提请会商事项", "备注"]),
    ).toEqual({ title: 0, originalWording: 1, concernedUnits: 2, coordination: 3, question: 4 });
    expect(matchHeaders(["留言编号", "留言用户", "留言主题", "留言时间", "留言详情", "一级分类"])).toEqual({
      sourceNumber: 0,
      title: 2,
      raisedAt: 3,
      originalWording: 4,
      problemClass: 5,
    });
    expect(matchHeaders(["", "CASE_ENQUIRY_ID", "OPEN_DT", "CASE_TITLE", "SUBJECT", "Location"])).toEqual({
      sourceNumber: 1,
      raisedAt: 2,
      title: 3,
      place: 5,
    });
  });

  it("uses the first of two columns of one name, and no column twice", () => {
    expect(matchHeaders(["名称", "名称", "问题"])).toEqual({ title: 0 });
  });

  it("names columns so that no two are alike", () => {
    expect(distinctHeaders(["", "名称", "名称", " ", "名称"])).toEqual([
      "A",
      "名称",
      "名称 (C)",
      "D",
      "名称 (E)",
    ]);
    expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  });
});
