import { describe, expect, it } from "vitest";
import { addDays, addMonths, dayOf, daysBetween, hourOf } from "~/calendar/day";

describe("days in the district's zone", () => {
  it("counts a late evening in UTC as the next day", () => {
    expect(dayOf("2026-11-22T15:59:59.999Z")).toBe("2026-11-22");
    expect(dayOf("2026-11-22T16:00:00.000Z")).toBe("2026-11-23");
  });

  it("reads the hour of the day there, from 0 to 23", () => {
    expect(hourOf("2026-11-22T15:59:59.999Z")).toBe(23);
    expect(hourOf("2026-11-22T16:00:00.000Z")).toBe(0);
  });

  it("moves over the ends of months and years", () => {
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(addDays("2027-01-01", -1)).toBe("2026-12-31");
    expect(addMonths("2026-12", 1)).toBe("2027-01");
    expect(addMonths("2026-01", -13)).toBe("2024-12");
  });

  it("counts whole days in both directions", () => {
    expect(daysBetween("2026-11-22", "2026-12-02")).toBe(10);
    expect(daysBetween("2026-12-02", "2026-11-22")).toBe(-10);
  });
});
