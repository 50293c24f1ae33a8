import { afterEach, describe, expect, it, vi } from "vitest";
import { addDays, addMonths, dayOf, daysBetween, instantOf, isDay, isWeekend } from "~/calendar/day";

describe("days in the district's zone", () => {
  it("counts a late evening in UTC as the next day", () => {
    expect(dayOf("2026-11-22T15:59:59.999Z")).toBe("2026-11-22");
    expect(dayOf("2026-11-22T16:00:00.000Z")).toBe("2026-11-23");
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
