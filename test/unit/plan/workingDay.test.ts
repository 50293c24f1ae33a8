import { describe, expect, it, vi } from "vitest";
import { type DeclaredDays, nothingDeclared } from "~/calendar/holiday";
import {
  dayKind,
  isWorkingDay,
  workingDayBegun,
  workingDayFrom,
  workingDaysBefore,
} from "~/calendar/workingDay";

describe("working days", () => {
  it("knows weekdays, weekends, statutory holidays and make-up weekends", () => {
    expect(dayKind("2026-11-20", nothingDeclared)).toMatchObject({
      working: true,
      why: "weekday",
      holiday: null,
    });
    expect(dayKind("2026-11-21", nothingDeclared)).toMatchObject({
      working: false,
      why: "weekend",
      holiday: null,
    });
    expect(dayKind("2026-10-05", nothingDeclared)).toMatchObject({ working: false, why: "holiday" });
    // A Saturday that makes up for a day of the National Day holiday.
    expect(dayKind("2026-10-10", nothingDeclared)).toMatchObject({
      working: true,
      why: "makeUp",
      holiday: "national",
    });
  });

  it("says when a year's holidays are not known yet", () => {
    expect(dayKind("2026-03-02", nothingDeclared).announced).toBe(true);
    expect(dayKind("2099-03-02", nothingDeclared).announced).toBe(false);
  });

  it("leaves holidays by law off in years not announced, those of the lunar calendar too", () => {
    const lawful = (day: string) => dayKind(day, nothingDeclared);
    const of2027 = {
      newYear: ["2027-01-01"],
      // The eve and three days, of which two lie on the weekend.
      springFestival: ["2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08"],
      qingming: ["2027-04-05"],
      labour: ["2027-05-01", "2027-05-02"],
      dragonBoat: ["2027-06-09"],
      midAutumn: ["2027-09-15"],
      national: ["2027-10-01", "2027-10-02", "2027-10-03"],
    };
    for (const [holiday, days] of Object.entries(of2027))
      for (const day of days)
        expect(lawful(day), day).toEqual({ working: false, why: "holiday", holiday, announced: false });
    for (const day of ["2027-02-04", "2027-02-09", "2027-04-06", "2027-10-04", "2028-04-05"])
      expect(lawful(day), day).toMatchObject({ working: true, why: "weekday" });
    // A leap fifth month has no second festival; in 2028 it is one.
    expect(lawful("2028-05-28")).toMatchObject({ holiday: "dragonBoat" });
    expect(lawful("2028-06-27")).toMatchObject({ why: "weekday" });
  });

  it("takes what was declared before everything but the law", () => {
    const declared: DeclaredDays = new Map([
      ["2027-10-04", { kind: "holiday", holiday: "national" }],
      ["2027-09-26", { kind: "makeUp", holiday: "national" }],
      ["2027-10-01", { kind: "makeUp", holiday: "national" }],
      ["2026-11-20", { kind: "holiday", holiday: "other" }],
    ]);
    expect(dayKind("2027-10-04", declared)).toMatchObject({
      working: false,
      why: "holiday",
      announced: true,
    });
    expect(dayKind("2027-09-26", declared)).toMatchObject({ working: true, why: "makeUp" });
    expect(isWorkingDay("2027-10-01", declared)).toBe(false);
    expect(isWorkingDay("2026-11-20", declared)).toBe(false);
    expect(dayKind("2028-03-02", declared).announced).toBe(false);
    expect(workingDayFrom("2027-10-01", declared)).toBe("2027-10-05");
    expect(workingDaysBefore("2027-09-27", 1, declared)).toBe("2027-09-26");
    expect(workingDayBegun("2027-10-04T02:00:00.000Z", 8, declared)).toBeNull();
  });

  it("goes forwards over a holiday, and back by working days only", () => {
    expect(workingDayFrom("2026-10-01", nothingDeclared)).toBe("2026-10-08");
    expect(workingDayFrom("2026-10-10", nothingDeclared)).toBe("2026-10-10");
    // From Monday the 23rd: Friday and Thursday.
    expect(workingDaysBefore("2026-11-23", 2, nothingDeclared)).toBe("2026-11-19");
    expect(workingDaysBefore("2026-10-08", 1, nothingDeclared)).toBe("2026-09-30");
    expect(workingDaysBefore("2026-11-23", 0, nothingDeclared)).toBe("2026-11-23");
  });

  it("has begun at an hour of the district, on working days only", () => {
    // Saturday, 10 October 2026 makes up for the holiday.
    expect(workingDayBegun("2026-10-09T23:59:59.000Z", 8, nothingDeclared)).toBeNull();
    expect(workingDayBegun("2026-10-10T00:00:00.000Z", 8, nothingDeclared)).toBe("2026-10-10");
    expect(workingDayBegun("2026-10-10T15:59:00.000Z", 8, nothingDeclared)).toBe("2026-10-10");
    expect(workingDayBegun("2026-10-10T16:00:00.000Z", 0, nothingDeclared)).toBeNull();
    expect(workingDayBegun("2026-11-22T02:00:00.000Z", 8, nothingDeclared)).toBeNull();
  });

  it("does not depend on the machine's time zone", () => {
    vi.stubEnv("TZ", "America/New_York");
    expect(new Date("2026-11-21").getDate()).toBe(20);
    expect(isWorkingDay("2026-11-21", nothingDeclared)).toBe(false);
    expect(isWorkingDay("2026-10-10", nothingDeclared)).toBe(true);
    expect(isWorkingDay("2027-02-05", nothingDeclared)).toBe(false);
    expect(isWorkingDay("2027-02-04", nothingDeclared)).toBe(true);
    vi.unstubAllEnvs();
  });
});
