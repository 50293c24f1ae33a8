import { describe, expect, it } from "vitest";
import { stages } from "~/meeting/kind/stage";
import { closableFrom, instantsOfWindow, windowMoveDue } from "~/plan/windowClock";
import { ruleSetSchema } from "~/rules/ruleSet";

const window = { windowOpensOn: "2026-10-01", windowClosesOn: "2026-10-20" };
const hours = ruleSetSchema.parse({ window: { opensAtHour: 9, closesAtHour: 18 } });
const wholeDays = ruleSetSchema.parse({});
const due = (stage: (typeof stages)[number], now: string, rules = hours) =>
  windowMoveDue({ stage, ...window }, rules, now)?.event ?? null;

describe("the clock of a window", () => {
  it("counts the hours of the rules in the district's zone", () => {
    expect(instantsOfWindow(window, hours)).toEqual({
      opensAt: "2026-10-01T01:00:00.000Z",
      closesAt: "2026-10-20T10:00:00.000Z",
    });
  });

  it("lasts to the end of its last day where the rules do not say an hour", () => {
    expect(instantsOfWindow(window, wholeDays)).toEqual({
      opensAt: "2026-09-30T16:00:00.000Z",
      closesAt: "2026-10-20T16:00:00.000Z",
    });
  });

  it("opens what is planned from its hour on, and closes what is open from its hour on", () => {
    expect(due("planned", "2026-10-01T00:59:59.999Z")).toBeNull();
    expect(due("planned", "2026-10-01T01:00:00.000Z")).toBe("openWindow");
    expect(due("collecting", "2026-10-20T09:59:59.999Z")).toBeNull();
    expect(due("collecting", "2026-10-20T10:00:00.000Z")).toBe("closeWindow");
  });

  it("does what a stop has let pass, but opens no window whose time is over", () => {
    expect(due("planned", "2026-10-13T05:00:00.000Z")).toBe("openWindow");
    expect(due("collecting", "2026-11-02T05:00:00.000Z")).toBe("closeWindow");
    expect(due("planned", "2026-10-20T10:00:00.000Z")).toBeNull();
  });

  it("leaves every other station alone", () => {
    for (const stage of stages)
      if (stage !== "planned" && stage !== "collecting")
        expect(due(stage, "2026-12-01T00:00:00.000Z"), stage).toBeNull();
  });

  it("names the first day that can still be closed at its hour", () => {
    expect(closableFrom("2026-10-22", hours, "2026-10-22T09:00:00.000Z")).toBe("2026-10-22");
    expect(closableFrom("2026-10-22", hours, "2026-10-22T10:00:00.000Z")).toBe("2026-10-23");
    expect(closableFrom("2026-10-22", wholeDays, "2026-10-22T15:00:00.000Z")).toBe("2026-10-22");
  });
});
