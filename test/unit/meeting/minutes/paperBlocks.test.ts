import { describe, expect, it } from "vitest";
import { wordPaper } from "~/meeting/minutes/paperBlocks";
import { chineseNumber, headingMark } from "~/meeting/sheet/paperNumbering";
import { adopted, chineseWords, decided, issuedPaper, unitName } from "../../../builders/paper";

const worded = (paper = issuedPaper()) => wordPaper(paper, chineseWords, "zh-CN");
const texts = (paper = issuedPaper()) => worded(paper).body.map((block) => block.text);

describe("the words of the paper", () => {
  it("open with when, who and where", () => {
    expect(texts()[0]).toBe(
      "2026年11月20日，区长周明远在东街道主持召开基层会商日会议，对以往确定的任务逐项回头看，审议议题1项。现将会议议定事项纪要如下：",
    );
  });

  it("give each topic its outcome and each resolution who, until when and known by what", () => {
    expect(texts().slice(1)).toEqual([
      "一、议题审议",
      "（一）人行道塌陷",
      "会议听取了东街道的汇报。审议结果：通过。",
      "1. 修复人行道。",
      "牵头单位：区建管委；协同单位：区水务局；完成时限：2026年12月31日。时间节点：2026年12月1日前进场施工。完成标准：雨后不积水。佐证材料：前后照片。",
    ]);
  });

  it("number resolutions through, so that they can be cited", () => {
    const paper = issuedPaper({
      topics: [
        decided("甲", { resolutions: [adopted(1), adopted(2)] }),
        decided("乙", { resolutions: [adopted(3)] }),
      ],
    });
    const numbers = worded(paper).body.flatMap((block) =>
      block.kind === "resolution" ? [block.text.slice(0, 2)] : [],
    );
    expect(numbers).toEqual(["1.", "2.", "3."]);
  });

  it("put the look-back before the topics, reservations after the resolutions, visits into the opening", () => {
    const paper = issuedPaper({
      lookBack: [
        {
          number: "RW-2026-0007",
          title: "河道淤积",
          lead: unitName("区水务局"),
          dueDate: "2026-12-15",
          statement: "delayed",
          text: "待枯水期施工",
        },
      ],
      topics: [
        decided("实地察看永丰路", { kind: "siteVisit", outcome: null }),
        decided("人行道塌陷", { outcome: "notPassed", reservations: "区财政局对资金有保留" }),
      ],
    });
    expect(texts(paper)[0]).toContain("审议议题1项。会议实地察看永丰路。");
    expect(texts(paper).slice(1)).toEqual([
      "一、任务回头看",
      "会议对以往确定的1项任务逐项回头看，其中进度滞后1项。各项任务情况见附件。",
      "二、议题审议",
      "（一）人行道塌陷",
      "会议听取了东街道的汇报。审议结果：不通过。",
      "保留意见：区财政局对资金有保留。",
    ]);
  });

  it("say why a topic was not passed", () => {
    const paper = issuedPaper({
      topics: [decided("人行道塌陷", { outcome: "notPassed", outcomeNote: "资金没有落实" })],
    });
    expect(texts(paper).at(-1)).toBe("会议听取了东街道的汇报。审议结果：不通过。理由：资金没有落实。");
  });

  it("carry the look-back and the division of tasks as tables behind, where the numbers stand", () => {
    const paper = issuedPaper({
      lookBack: [
        {
          number: "RW-2026-0007",
          title: "河道淤积",
          lead: unitName("区水务局"),
          dueDate: "2026-12-15",
          statement: "delayed",
          text: "待枯水期施工",
        },
      ],
    });
    const [lookBack, division] = worded(paper).annexes;
    expect(lookBack).toMatchObject({ mark: "附件1", title: "任务回头看情况表" });
    expect(lookBack!.rows.map(({ cells }) => cells)).toEqual([
      ["RW-2026-0007", "河道淤积", "区水务局", "2026年12月15日", "进度滞后：待枯水期施工"],
    ]);
    expect(division!.columns.map(({ label }) => label)).toEqual([
      "序号",
      "事项",
      "牵头单位",
      "配合单位",
      "时限",
      "完成标准",
    ]);
    expect(division!.rows.map(({ cells }) => cells)).toEqual([
      ["1", "修复人行道（EST-2026-0001）", "区建管委", "区水务局", "2026年12月31日", "雨后不积水"],
    ]);
    expect(worded(issuedPaper({ topics: [] })).annexes).toEqual([]);
  });

  it("list who was there, who sat in, who is excused; a unit that declined is excused", () => {
    expect(worded().attendance).toEqual([
      { label: "出席", people: ["区建管委 顾海平"] },
      { label: "请假", people: ["区水务局"] },
    ]);
  });
});

describe("the marks before headings", () => {
  it("count in Chinese", () => {
    expect([1, 9, 10, 11, 20, 21, 99].map(chineseNumber)).toEqual([
      "一",
      "九",
      "十",
      "十一",
      "二十",
      "二十一",
      "九十九",
    ]);
    expect(headingMark(1, 2, "zh-CN")).toBe("二、");
    expect(headingMark(2, 2, "zh-CN")).toBe("（二）");
  });
});
