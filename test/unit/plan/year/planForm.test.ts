import { describe, expect, it } from "vitest";
import { createPlanForm, planDayForm } from "~/plan/year/planForm";

const day = {
  month: "2026-11",
  date: "2026-11-20",
  hostStreetId: "east",
  chairPostId: "leader",
  windowOpensOn: "2026-10-01",
  windowClosesOn: "2026-10-20",
};
const faults = (input: object) => {
  const parsed = planDayForm.safeParse({ ...day, ...input });
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
};

describe("one month of a plan", () => {
  it("takes a day of its month with a window before it", () => {
    expect(faults({})).toEqual([]);
  });

  it("refuses what cannot be", () => {
    expect(faults({ date: "2026-12-20" })).toEqual(["date plan.error.otherMonth"]);
    expect(faults({ date: "2026-11-31" })).toContain("date error.date");
    expect(faults({ windowClosesOn: "2026-09-30" })).toEqual([
      "windowClosesOn plan.error.closesBeforeItOpens",
    ]);
    expect(faults({ windowClosesOn: "2026-11-20" })).toEqual(["windowClosesOn plan.error.closesAfterTheDay"]);
    expect(faults({ hostStreetId: undefined })).toEqual(["hostStreetId error.required"]);
  });
});

describe("a year", () => {
  it("has each of its months once", () => {
    const issues = (days: object[]) =>
      createPlanForm.safeParse({ year: 2026, days }).error?.issues.map((issue) => issue.path.join(".")) ?? [];
    expect(issues([day])).toEqual([]);
    expect(issues([day, day])).toEqual(["days.1.date"]);
    expect(issues([{ ...day, month: "2027-01", date: "2027-01-20" }])).toEqual(["days.0.date"]);
    expect(issues([])).toEqual(["days"]);
    const leftOut = { ...day, leftOut: "yes" };
    expect(issues([leftOut])).toEqual(["days.0.leftOut"]);
    expect(issues([day, { ...leftOut, month: "2026-12", date: "2026-12-20" }])).toEqual([]);
  });
});
