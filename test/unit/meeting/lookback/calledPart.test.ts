import { describe, expect, it } from "vitest";
import { type CalledStep, calledNow, type PartedTask, partOf } from "~/meeting/lookback/calledPart";

const today = "2026-12-18";
const quiet: PartedTask = {
  state: "inProgress",
  dueDate: "2026-12-31",
  reviewOn: null,
  blocked: "",
  handledAt: null,
  milestones: [{ due: "2026-12-10", doneAt: "2026-12-09T02:00:00.000Z" }],
  escalated: false,
  asked: false,
  statement: null,
};

describe("how a task is taken at a look-back", () => {
  it.each<[string, Partial<PartedTask>, string]>([
    ["due later, milestones kept", {}, "later"],
    ["acknowledged, due later", { state: "acknowledged" }, "later"],
    ["due today", { dueDate: today }, "single"],
    ["overdue", { dueDate: "2026-12-01" }, "single"],
    ["not acknowledged", { state: "dispatched" }, "single"],
    ["claimed", { state: "handled", handledAt: "2026-12-12T02:00:00.000Z" }, "single"],
    ["done again", { state: "rework" }, "single"],
    ["suspended", { state: "suspended" }, "single"],
    ["blocked", { blocked: "缺审批" }, "single"],
    ["with a milestone passed", { milestones: [{ due: "2026-12-10", doneAt: null }] }, "single"],
    ["carried over too often", { escalated: true }, "single"],
    ["asked for", { asked: true }, "single"],
    ["stated by itself", { statement: { saidAs: "called" } }, "single"],
    ["noted, and late since", { statement: { saidAs: "noted" }, dueDate: "2026-12-01" }, "later"],
    ["solved", { state: "solved" }, "solved"],
    ["solved and stated", { state: "solved", statement: { saidAs: "called" } }, "solved"],
  ])("%s", (_name, more, part) => {
    expect(partOf({ ...quiet, ...more }, today)).toBe(part);
  });
});

describe("the task that the hall is at", () => {
  const step = (number: string, more: Partial<CalledStep> = {}): CalledStep => ({
    number,
    statement: null,
    calledAt: null,
    ...more,
  });
  const at = (minute: number) => `2026-12-18T01:${String(minute).padStart(2, "0")}:00.000Z`;

  it("is the first, then the one after the last that was stated, then none", () => {
    expect(calledNow([step("1"), step("2")])).toBe("1");
    expect(calledNow([step("1", { statement: { at: at(1) } }), step("2")])).toBe("2");
    const over = [step("1", { statement: { at: at(2) } }), step("2", { statement: { at: at(1) } })];
    expect(calledNow(over)).toBeUndefined();
    expect(calledNow([])).toBeUndefined();
  });

  it("is the one that was turned to, until it is stated", () => {
    const turned = step("3", { calledAt: at(5) });
    expect(calledNow([step("1", { statement: { at: at(1) } }), step("2"), turned])).toBe("3");
    const stated = step("3", { calledAt: at(5), statement: { at: at(6) } });
    expect(calledNow([step("1", { statement: { at: at(1) } }), step("2"), stated])).toBe("2");
    const again = step("1", { calledAt: at(9), statement: { at: at(1) } });
    expect(calledNow([again, step("2")])).toBe("1");
  });
});
