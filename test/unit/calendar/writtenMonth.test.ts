import { expect, it } from "vitest";
import { writtenMonth } from "~/calendar/writtenMonth";

it("months are written as officials write them, with and without their year", () => {
  expect(writtenMonth("2026-11", "zh-CN")).toBe("11月");
  expect(writtenMonth("2026-11", "zh-CN", true)).toBe("2026年11月");
  expect(writtenMonth("2026-01", "en")).toBe("January");
  expect(writtenMonth("2026-01", "en", true)).toBe("January 2026");
});
