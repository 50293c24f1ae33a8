import { describe, expect, it, vi } from "vitest";
import {
  dayKind,
  isWorkingDay,
  workingDayBegun,
  workingDayFrom,
  workingDaysBefore,
} from "~/calendar/workingDay";

describe("working days", () => {
  it("knows weekdays, weekends, statutory holidays and make-up weekends", () => {
    expect(dayKind("2026-11-20")).toMatchObject({ working: true, why: "weekday", holiday: null });
    expect(dayKind("2026-11-21")).toMatchObject({ working: false, why: "weekend", holiday: null });
    expect(dayKind("2026-10-05")).toMatchObject({ working: false, why: "holiday" });
    // A Saturday that makes up for a day of the National Day holiday.
    expect(dayKind("2026-10-10")).toMatchObject({ working: true, why: "makeUp", holiday: { zh: "国庆节" } });
  });

  it("says when a year's holidays are not known yet", () => {
    expect(dayKind("2026-03-02").announced).toBe(true);
    expect(dayKind("2099-03-02").announced).toBe(false);
    // 2060-10-02 is a Saturday, 2060-10-01 a Friday that nobody has declared a holiday.
    expect(dayKind("2060-10-02")).toMatchObject({ why: "weekend", announced: false });
  });

  it("goes forwards over a holiday, and back by working days only", () => {
    expect(workingDayFrom("2026-10-01")).toBe("2026-10-08");
    expect(workingDayFrom("2026-10-10")).toBe("2026-10-10");
    // From Monday the 23rd: Friday and Thursday.
    expect(workingDaysBefore("2026-11-23", 2)).toBe("2026-11-19");
    expect(workingDaysBefore("2026-10-08", 1)).toBe("2026-09-30");
    expect(workingDaysBefore("2026-11-23", 0)).toBe("2026-11-23");
  });

  it("has begun at an hour of the district, on working days only", () => {
    // Saturday, 10 October 2026 makes up for the holiday.
    expect(workingDayBegun("2026-10-09T23:59:59.000Z", 8)).toBeNull();
    expect(workingDayBegun("2026-10-10T00:00:00.000Z", 8)).toBe("2026-10-10");
    expect(workingDayBegun("2026-10-10T15:59:00.000Z", 8)).toBe("2026-10-10");
    expect(workingDayBegun("2026-10-10T16:00:00.000Z", 0)).toBeNull();
    expect(workingDayBegun("2026-11-22T02:00:00.000Z", 8)).toBeNull();
  });

  it("does not depend on the machine's time zone", () => {
    vi.stubEnv("TZ", "America/New_York");
    expect(new Date("2026-11-21").getDate()).toBe(20);
    expect(isWorkingDay("2026-11-21")).toBe(false);
    expect(isWorkingDay("2026-10-10")).toBe(true);
    vi.unstubAllEnvs();
  });
});
