import { describe, expect, it } from "vitest";
import {
  contradictionOf,
  factsOf,
  type StatedTask,
  type Statement,
  type StatementFact,
  statementFacts,
  statements,
} from "~/task/statement";

const today = "2026-12-18";
const usual: StatedTask = {
  state: "inProgress",
  dueDate: "2026-12-31",
  reviewOn: null,
  blocked: "",
  handledAt: null,
  milestones: [],
};

// Each statement on each fact: what may be said beside it (true), and what is refused (false).
const may: Record<StatementFact, Record<Statement, boolean>> = {
  saidNotHandled: { done: false, onTrack: true, delayed: true, stuck: true },
  saidNotVerified: { done: false, onTrack: true, delayed: true, stuck: true },
  saidSolved: { done: true, onTrack: false, delayed: false, stuck: false },
  saidSuspended: { done: true, onTrack: false, delayed: true, stuck: true },
  saidBlocked: { done: true, onTrack: false, delayed: true, stuck: true },
  saidOverdue: { done: true, onTrack: false, delayed: true, stuck: true },
  saidHandledLate: { done: true, onTrack: false, delayed: true, stuck: true },
  saidMilestoneLate: { done: true, onTrack: false, delayed: true, stuck: true },
};

describe("a statement", () => {
  it.each(statementFacts.flatMap((fact) => statements.map((said) => [said, fact] as const)))(
    "%s on %s",
    (said, fact) => {
      expect(contradictionOf(said, [fact])).toBe(may[fact][said] ? undefined : fact);
      expect(contradictionOf(said, [])).toBeUndefined();
    },
  );

  it("is refused with what weighs most", () => {
    expect(contradictionOf("onTrack", ["saidOverdue", "saidBlocked"])).toBe("saidBlocked");
    expect(contradictionOf("done", ["saidNotHandled", "saidOverdue"])).toBe("saidNotHandled");
  });
});

describe("what is known of a task", () => {
  const facts = (more: Partial<StatedTask>) => factsOf({ ...usual, ...more }, today);

  it.each<[string, Partial<StatedTask>, StatementFact[]]>([
    ["goes on", {}, ["saidNotHandled"]],
    ["due today", { dueDate: today }, ["saidNotHandled"]],
    ["due yesterday", { dueDate: "2026-12-17" }, ["saidNotHandled", "saidOverdue"]],
    [
      "blocked and late",
      { blocked: "缺审批", dueDate: "2026-12-01" },
      ["saidNotHandled", "saidBlocked", "saidOverdue"],
    ],
    ["suspended", { state: "suspended", dueDate: "2026-12-01" }, ["saidNotHandled", "saidSuspended"]],
    ["claimed in time", { state: "handled", handledAt: "2026-12-31T02:00:00.000Z" }, ["saidNotVerified"]],
    [
      "claimed a day late",
      { state: "handled", dueDate: "2026-12-01", handledAt: "2026-12-02T02:00:00.000Z" },
      ["saidNotVerified", "saidHandledLate"],
    ],
    ["solved, whenever", { state: "solved", dueDate: "2026-12-01", blocked: "缺审批" }, ["saidSolved"]],
    [
      "with a milestone passed",
      { milestones: [{ due: "2026-12-10", doneAt: null }] },
      ["saidNotHandled", "saidMilestoneLate"],
    ],
    [
      "with a milestone reached",
      { milestones: [{ due: "2026-12-10", doneAt: "2026-12-12T02:00:00.000Z" }] },
      ["saidNotHandled"],
    ],
    ["with a milestone today", { milestones: [{ due: today, doneAt: null }] }, ["saidNotHandled"]],
  ])("of one %s", (_name, more, expected) => {
    expect(facts(more)).toEqual(expected);
  });
});
