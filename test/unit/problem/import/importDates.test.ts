import { describe, expect, it } from "vitest";
import { type DateOrder, dateOrderOf, readDate } from "~/problem/import/dates";

const today = "2026-11-30";
const read = (cell: string, order: DateOrder = "monthFirst") => readDate(cell, order, today)?.date;

describe("dates of an imported file", () => {
  it.each([
    ["2020/1/6 12:09:38", "2020-01-06T04:09:38.000Z"],
    ["2020-01-06", "2020-01-06"],
    ["2020年1月6日", "2020-01-06"],
    ["2020.1.6 08:30", "2020-01-06T00:30:00.000Z"],
    ["20200106", "2020-01-06"],
    ["2020-01-06T04:09:38Z", "2020-01-06T04:09:38.000Z"],
    ["01/08/2015 08:28:58 AM", "2015-01-08T00:28:58.000Z"],
    ["01/08/2015 12:05:00 PM", "2015-01-08T04:05:00.000Z"],
    ["01/08/2015 12:05:00 AM", "2015-01-07T16:05:00.000Z"],
    ["2026年1月6号", "2026-01-06"],
    ["2026/1/6 下午 3:20:11", "2026-01-06T07:20:11.000Z"],
    ["2026年01月06日下午3时20分", "2026-01-06T07:20:00.000Z"],
    ["２０２６年１月６日（周二）１５：２０", "2026-01-06T07:20:00.000Z"],
    ["2026-01-06 星期二 上午9点半", "2026-01-06T01:30:00.000Z"],
    ["20260106152011", "2026-01-06T07:20:11.000Z"],
    ["202601061520", "2026-01-06T07:20:00.000Z"],
    ["2026年1月6日中午12点", "2026-01-06T04:00:00.000Z"],
    ["2026年1月6日凌晨12:30", "2026-01-05T16:30:00.000Z"],
    ["2026年1月6日晚上8点左右", "2026-01-06T12:00:00.000Z"],
    ["二〇二六年十一月二十日", "2026-11-20"],
    ["26年1月6日", "2026-01-06"],
    ["2026-01-06 15:20:11.0", "2026-01-06T07:20:11.000Z"],
    ["2026-01-06T15:20:11+08:00", "2026-01-06T07:20:11.000Z"],
    ["43836", "2020-01-06"],
    ["43836.5", "2020-01-06T04:00:00.000Z"],
  ])("reads %s", (cell, date) => {
    expect(read(cell)).toBe(date);
  });

  it.each([
    "6号",
    "上周三",
    "10月8日至10日",
    "2026年10月",
    "10.8",
    "",
    "昨天",
    "2020-13-01",
    "2020-02-30",
    "31/12/2020",
    "999999",
    "12:00",
    "2020/1/6 25:00",
  ])("does not take %s for a date", (cell) => {
    expect(read(cell)).toBeUndefined();
  });

  it("takes the last such day where no year stands, and says so", () => {
    expect(readDate("10月8日", "monthFirst", today)).toEqual({ date: "2026-10-08", yearTaken: true });
    expect(readDate("12月8号", "monthFirst", today)).toEqual({ date: "2025-12-08", yearTaken: true });
    expect(readDate("11月30日下午3点", "monthFirst", today)?.date).toBe("2026-11-30T07:00:00.000Z");
  });

  it("takes the next such day for what is to come", () => {
    const ahead = (cell: string) => readDate(cell, "monthFirst", "2026-11-30", "ahead")?.date;
    expect(ahead("10月8日")).toBe("2027-10-08");
    expect(ahead("12月8日前")).toBe("2026-12-08");
    expect(ahead("11月30日")).toBe("2026-11-30");
  });

  it("learns from the whole column whether the day comes first", () => {
    expect(dateOrderOf(["03/04/2015", "25/04/2015"])).toBe("dayFirst");
    expect(dateOrderOf(["03/04/2015", "04/25/2015"])).toBe("monthFirst");
    expect(read("03/04/2015", "dayFirst")).toBe("2015-04-03");
  });
});
