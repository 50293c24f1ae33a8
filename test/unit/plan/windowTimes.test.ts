import { describe, expect, it } from "vitest";
import { departsToClose, departsToOpen } from "~/plan/windowTimes";
import { usualRules } from "~/rules/ruleSet";

const days = { windowOpensOn: "2026-10-01", windowClosesOn: "2026-10-20" };
const hours = (opensAtHour: number, closesAtHour: number) => ({
  window: { ...usualRules.window, opensAtHour, closesAtHour },
});

describe("moving a window by hand", () => {
  // 09:00 and 17:00 in the district.
  it.each([
    ["2026-10-01T00:59:59.000Z", true],
    ["2026-10-01T01:00:00.000Z", false],
    ["2026-10-20T08:59:59.000Z", false],
    ["2026-10-20T09:00:00.000Z", true],
  ])("departs or not when it is opened at %s", (now, departs) => {
    expect(departsToOpen(days, hours(9, 17), now)).toBe(departs);
  });

  it.each([
    ["2026-10-19T12:00:00.000Z", 17, true],
    ["2026-10-20T08:59:59.000Z", 17, true],
    ["2026-10-20T09:00:00.000Z", 17, false],
    ["2026-10-19T12:00:00.000Z", 24, true],
    ["2026-10-19T16:00:00.000Z", 24, false],
  ])("departs or not when it is closed at %s where its hour is %i", (now, closes, departs) => {
    expect(departsToClose(days, hours(9, closes), now)).toBe(departs);
  });
});
