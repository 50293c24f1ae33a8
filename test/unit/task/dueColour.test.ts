import { describe, expect, it } from "vitest";
import { daysLeft, dueColour, isOverdue } from "~/task/dueColour";
import { nextStep } from "~/task/page/nextStep";
import { taskCount, taskNumber } from "~/task/taskNumber";

const task = { state: "inProgress", dueDate: "2026-11-20", reviewOn: null } as const;

describe("the colour of a task", () => {
  it.each([
    ["2026-11-01", null],
    ["2026-11-12", null],
    ["2026-11-13", "blue"],
    ["2026-11-16", "blue"],
    ["2026-11-17", "yellow"],
    ["2026-11-19", "yellow"],
    ["2026-11-20", "red"],
    ["2026-12-01", "red"],
  ])("due on 20 November, seen on %s: %s", (today, colour) => {
    expect(dueColour(task, today)).toBe(colour);
  });

  it("follows the place's own table", () => {
    const rules = { blue: 30, yellow: 10, red: 5 };
    expect(dueColour(task, "2026-11-01", rules)).toBe("blue");
    expect(dueColour(task, "2026-11-15", rules)).toBe("red");
  });

  it("is nobody's while the unit's claim waits for the street, and nobody's at the end", () => {
    for (const state of ["handled", "solved", "struckOff"] as const) {
      expect(daysLeft({ ...task, state }, "2026-12-01")).toBeNull();
      expect(dueColour({ ...task, state }, "2026-12-01")).toBeNull();
    }
  });

  it("of a suspended task goes by its review date, and is not overdue", () => {
    const suspended = { ...task, state: "suspended", reviewOn: "2027-03-01" } as const;
    expect(dueColour(suspended, "2026-12-01")).toBeNull();
    expect(dueColour(suspended, "2027-03-02")).toBe("red");
    expect(isOverdue(suspended, "2027-03-02")).toBe(false);
  });
});

it("is overdue from the day after its due date, and after a rework at once", () => {
  expect(isOverdue(task, "2026-11-20")).toBe(false);
  expect(isOverdue(task, "2026-11-21")).toBe(true);
  expect(isOverdue({ ...task, state: "rework" }, "2026-11-21")).toBe(true);
  expect(isOverdue({ ...task, state: "handled" }, "2026-11-21")).toBe(false);
});

describe("what happens next to a task", () => {
  const waiting = {
    ...task,
    streetId: "east",
    leadUnitId: "works",
    assistingUnitIds: [] as string[],
    overseerUnitId: null as string | null,
  };

  it("names the step, who takes it and until when", () => {
    expect(nextStep({ ...waiting, state: "dispatched" })).toEqual({
      step: "acknowledge",
      who: "lead",
      until: "2026-11-20",
    });
    expect(nextStep({ ...waiting, state: "solved" })).toEqual({
      step: "strikeOff",
      who: "office",
      until: null,
    });
    expect(nextStep({ ...waiting, overseerUnitId: "east", state: "solved" })?.who).toBe("overseer");
    expect(nextStep({ ...waiting, state: "struckOff" })).toBeNull();
  });

  it("lets the office verify where the street itself led", () => {
    expect(nextStep({ ...waiting, state: "handled" })?.who).toBe("street");
    expect(nextStep({ ...waiting, leadUnitId: "east", state: "handled" })?.who).toBe("office");
    expect(nextStep({ ...waiting, assistingUnitIds: ["east"], state: "handled" })?.who).toBe("street");
  });

  it("lets the office strike off where the overseer itself led", () => {
    const own = { ...waiting, leadUnitId: "east", overseerUnitId: "east" };
    expect(nextStep({ ...own, state: "solved" })?.who).toBe("office");
  });
});

it("numbers tasks within their year, also after the ten-thousandth", () => {
  expect(taskNumber(2026, 42)).toBe("RW-2026-0042");
  expect(taskNumber(2026, 10_000)).toBe("RW-2026-10000");
  expect(taskCount("RW-2026-10000")).toBe(10_000);
  expect(taskCount(undefined)).toBe(0);
});
