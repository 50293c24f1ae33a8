import { describe, expect, it } from "vitest";
import { findPersonalData } from "~/outcome/personalData";

/** The passages marked in a text, each with its kind. */
const marked = (text: string) =>
  findPersonalData(text).map(
    ({ start, end, kind, certainty }) => `${kind} ${certainty} ${text.slice(start, end)}`,
  );

// Impossible as real ones: no mobile begins with 12, no area is 000000, no card and no plate has zeros alone.
describe("what may be personal", () => {
  it.each([
    ["打我电话12000000000", "phone sure 12000000000"],
    ["１２０００００００００ 找老王", "phone sure １２０００００００００"],
    ["120.0000.0000", "phone sure 120.0000.0000"],
    ["120—0000—0000", "phone sure 120—0000—0000"],
    ["+86 120 0000 0000", "phone sure 86 120 0000 0000"],
    ["电话一二〇〇〇〇〇〇〇〇〇", "phone sure 一二〇〇〇〇〇〇〇〇〇"],
    ["幺二零 零零零零 零零零零", "phone sure 幺二零 零零零零 零零零零"],
    ["120/0000/0000", "phone sure 120/0000/0000"],
    ["座机（000）00000000", "phone sure 000）00000000"],
    ["座机 000-00000000", "phone sure 000-00000000"],
    ["拨00000001", "phone possible 00000001"],
    ["许可证号12000000000", "phone sure 12000000000"],
    ["身份证000000190001010009。", "identity sure 000000190001010009"],
    ["身份证 000000 19000101 001x", "identity possible 000000 19000101 001x"],
    ["卡号 0000 0000 0000 0000", "card sure 0000 0000 0000 0000"],
    ["车牌沪A·00000占道", "plate sure 沪A·00000"],
    ["沪ａ０００００", "plate sure 沪ａ０００００"],
    ["沪AD00000", "plate sure 沪AD00000"],
    ["沪A0000学", "plate sure 沪A0000学"],
    ["写信到 nobody@example.invalid，谢谢", "email sure nobody@example.invalid"],
    ["nobody＠example．invalid", "email sure nobody＠example．invalid"],
    ["王某某，家住无名路1弄2号303室", "home sure 王某某，家住无名路1弄2号303室"],
    ["张无名住无名路九号", "home sure 张无名住无名路九号"],
    ["李阿姨（无名路1弄2号303室）", "home sure 李阿姨（无名路1弄2号303室"],
    ["无名路1弄2号303室居民赵无名反映", "home sure 无名路1弄2号303室居民赵无名"],
    ["我家住无名路1弄2号", "home possible 我家住无名路1弄2号"],
  ])("%s", (text, expected) => {
    expect(marked(text)).toEqual([expected]);
  });

  it("marks each of several, in order, with their places", () => {
    expect(marked("沪A00000的车主，电话12000000000，邮箱a@b.invalid")).toEqual([
      "plate sure 沪A00000",
      "phone sure 12000000000",
      "email sure a@b.invalid",
    ]);
  });
});

describe("what is nobody's", () => {
  it.each([
    "见RW-2026-0012和HS-2026-0007，另见WJC-2026-0137",
    "2025-2026年度，1998—2026，从1998年到2026年",
    "2026-11-20起，12弄3号502室，44盏灯",
    "2026.11.20，2026/11/20，2026年11月20日，20261120",
    "2026-11-20至2026-12-31",
    "云府发〔2026〕12号，云会商〔2026〕第0000123号",
    "按GB 50016-2014和GB/T 9704-2012，DB31/T 1234567-2020办理",
    "共1,234,567.00元，约1200000余元，¥12000000，1.2亿元",
    "施工许可证号0000123456，灯杆编号00012345",
    "涉及1200000平方米，3000户，6层5栋，二十三人",
    "六楼以上一百二十户，三号楼和五号楼",
    "黄兴路12号门前，国和路、五角场路100弄",
    "12345热线，110，9:00-17:30",
    "高科中路12号、万里路30弄5号地块",
  ])("%s", (text) => {
    expect(marked(text)).toEqual([]);
  });

  it("takes a hostile text in time", () => {
    const started = Date.now();
    for (const text of [
      "1-".repeat(20_000),
      "王".repeat(20_000),
      "国1弄".repeat(10_000),
      "a.".repeat(20_000),
    ])
      findPersonalData(text);
    expect(Date.now() - started).toBeLessThan(2000);
  });
});
