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

  it.each([
    ["群众反映内容", "originalWording"],
    ["反映情况", "originalWording"],
    ["诉求内容", "originalWording"],
    ["居民反映问题", "originalWording"],
    ["来电人诉求", "originalWording"],
    ["市民诉求描述", "originalWording"],
    ["反映问题具体位置", undefined],
    ["具体位置", "place"],
    ["问题发生地点", "place"],
    ["涉及部门", "concernedUnits"],
    ["建议牵头部门", "concernedUnits"],
    ["已开展工作", "coordination"],
    ["目前处置情况", "coordination"],
    ["提请会商事项", "question"],
    ["需区级协调解决的问题", "question"],
    ["涉及户数", "households"],
    ["影响户数", "households"],
    ["户数", "households"],
    ["受影响居民户数（户）", "households"],
    ["涉及居民户数", "households"],
    ["户主姓名", undefined],
    ["期望办结时间", "wishOn"],
    ["期望解决时间", "wishOn"],
    ["希望完成日期", "wishOn"],
    ["群众期望办结时限", "wishOn"],
    ["办结时间", undefined],
    ["需要区里\n解决的", "question"],
    ["需区级层面研究解决的事项", "question"],
    ["希望区里协调解决的困难", "question"],
    ["工作建议", "question"],
    ["具体情况", "summary"],
    ["存在问题", "summary"],
    ["现状", "summary"],
    ["问题简要情况", "summary"],
    ["责任单位\n（建议）", "concernedUnits"],
    ["建议责任单位", "concernedUnits"],
    ["前期工作开展情况", "coordination"],
    ["街道已采取的措施", "coordination"],
    ["所属\n村居", "community"],
    ["小区", "place"],
    ["联系人", undefined],
    ["联系电话", undefined],
    ["备注", undefined],
    ["序号", undefined],
    ["反映人", undefined],
    ["反映时间", "raisedAt"],
    ["诉求编号", "sourceNumber"],
    ["所属居民区", "community"],
  ])("takes %s for what it means", (header, field) => {
    expect(Object.keys(matchHeaders([header]))).toEqual(field ? [field] : []);
  });

  it("uses the first of two columns of one name, and no column twice", () => {
    expect(matchHeaders(["名称", "名称", "问题"])).toEqual({ title: 0 });
  });

  it("names columns as they are read, without the breaks of narrow columns", () => {
    expect(distinctHeaders(["所属\n居民区", "责任单位\n（建议）", "Case\ntitle"])).toEqual([
      "所属居民区",
      "责任单位（建议）",
      "Case\ntitle",
    ]);
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
