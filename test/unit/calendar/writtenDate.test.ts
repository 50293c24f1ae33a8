import { expect, it } from "vitest";
import { clockTime, dateParts, writtenDay, writtenMonth } from "~/calendar/writtenDate";

it("months are written as officials write them, with and without their year", () => {
  expect(writtenMonth("2026-11", "zh-CN")).toBe("11月");
  expect(writtenMonth("2026-11", "zh-CN", true)).toBe("2026年11月");
  expect(writtenMonth("2026-01", "en")).toBe("January");
  expect(writtenMonth("2026-01", "en", true)).toBe("January 2026");
});

it("days are written as on paper", () => {
  expect(writtenDay("2026-11-20", "zh-CN")).toBe("2026年11月20日");
  expect(writtenDay("2026-09-01", "en")).toBe("1 September 2026");
});

it("gives the words of a day or an instant, in the district's zone", () => {
  const chinese = { year: 2026, month: "11月", day: 20, weekday: "周五" };
  expect(dateParts("2026-11-20", "zh-CN")).toEqual({ ...chinese, time: undefined });
  expect(dateParts("2026-11-19T16:05:09.000Z", "zh-CN")).toEqual({ ...chinese, time: "00:05:09" });
  expect(dateParts("2026-09-30", "en")).toMatchObject({ month: "Sep", day: 30, weekday: "Wed" });
});

it("a clock shows the district's time, and midnight as 00", () => {
  expect(clockTime("2026-11-19T16:05:09.000Z")).toBe("00:05");
  expect(clockTime("2026-11-20T01:12:09.000Z", true)).toBe("09:12:09");
});

it("what is stored and is no day is written all the same", () => {
  expect(writtenDay("2026-02-31", "zh-CN")).toBe("2026年2月28日");
  for (const stored of ["2026-02-31", "2026-13-40", "", "nonsense", "9999-12-31", "2026-02-28T99:99:99Z"]) {
    expect(() => writtenDay(stored, "en"), stored).not.toThrow();
    expect(() => dateParts(stored, "en"), stored).not.toThrow();
    expect(() => clockTime(stored), stored).not.toThrow();
    expect(() => writtenMonth(stored, "en"), stored).not.toThrow();
  }
});
