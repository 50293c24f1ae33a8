import { afterEach, describe, expect, it, vi } from "vitest";
import {
  addDays,
  addMonths,
  dayOf,
  daysBetween,
  hourOf,
  instantOf,
  isDay,
  isInstant,
  isMonth,
  isWeekend,
} from "~/calendar/day";

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

  it("knows days that exist, and weekends", () => {
    expect(["2026-02-28", "2026-02-30", "2026-2-3", "2026-13-01", ""].map(isDay)).toEqual([
      ...[true, false, false, false, false],
    ]);
    expect(["2026-11-20", "2026-11-21", "2026-11-22"].map(isWeekend)).toEqual([false, true, true]);
  });

  it("names the instant at which a clock in the district shows a time", () => {
    expect(instantOf("2026-11-20", "09:00")).toBe("2026-11-20T01:00:00.000Z");
    expect(instantOf("2026-11-20", "00:00:30")).toBe("2026-11-19T16:00:30.000Z");
  });
});

describe("what is no day", () => {
  it("is known as such: not in the calendar, or in a year that is a slip of the hand", () => {
    const wrong = ["2026-02-31", "2026-13-01", "2025-02-29", "9999-12-31", "0026-01-01", "2026-1-1", "", "x"];
    expect(wrong.filter(isDay)).toEqual([]);
    expect(["2024-02-29", "1900-01-01", "2199-12-31"].filter(isDay)).toHaveLength(3);
    expect(["2026-13", "9999-01", "2026-1"].filter(isMonth)).toEqual([]);
    expect(["2026-02-31T01:00:00Z", "2026-02-01T25:00:00Z", "2026-02-01", "T"].filter(isInstant)).toEqual([]);
    expect(isInstant("2026-02-28T01:00:00.123Z")).toBe(true);
  });

  it("is counted with all the same where it is stored: the 31st of a shorter month as its last day", () => {
    expect(addDays("2026-02-31", 0)).toBe("2026-02-28");
    expect(daysBetween("2026-02-27", "2026-02-31")).toBe(1);
    expect(isWeekend("2026-02-31")).toBe(true);
    for (const day of ["2026-13-40", "", "nonsense", "9999-12-31", "2026-02-31T99:99Z"]) {
      expect(isDay(addDays(day, 0)), day).toBe(true);
      expect(daysBetween(day, "2026-01-01"), day).not.toBeNaN();
      expect(() => dayOf(day), day).not.toThrow();
    }
  });
});

describe("on a machine whose clocks change", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each(["America/New_York", "Pacific/Auckland"])("counts the same days in %s", (zone) => {
    vi.stubEnv("TZ", zone);
    expect(addDays("2026-03-07", 2)).toBe("2026-03-09");
    expect(addDays("2026-11-02", -2)).toBe("2026-10-31");
    expect(daysBetween("2026-03-01", "2026-12-01")).toBe(275);
    expect(addMonths("2026-10", 1)).toBe("2026-11");
    expect(isWeekend("2026-03-08")).toBe(true);
    expect(instantOf("2026-03-08", "02:30")).toBe("2026-03-07T18:30:00.000Z");
  });
});
