import { describe, expect, it } from "vitest";
import { usualRules } from "~/rules/ruleSet";
import { checkExtension, checkReview } from "~/task/acts/deadline";

const rules = { deadlines: { ...usualRules.deadlines, extendedByAtMost: 10, reviewedWithin: 20 } };
const said = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? "done";

describe("the day to which an extension moves a due date", () => {
  const asked = (toDate: string, today: string) =>
    said(checkExtension({ toDate, dueDate: "2026-11-20", today }, rules));

  it("lies after the present one, by no more than the rules say", () => {
    expect(asked("2026-11-20", "2026-11-01")).toBe("dueNotLater");
    expect(asked("2026-11-21", "2026-11-01")).toBe("done");
    expect(asked("2026-11-30", "2026-11-01")).toBe("done");
    expect(asked("2026-12-01", "2026-11-01")).toBe("dueTooFar");
  });

  it("of an overdue task lies after today, and is counted from there", () => {
    expect(asked("2026-12-10", "2026-12-10")).toBe("dueNotLater");
    expect(asked("2026-12-11", "2026-12-10")).toBe("done");
    expect(asked("2026-12-21", "2026-12-10")).toBe("dueTooFar");
  });
});

describe("the day on which a suspended task is looked at again", () => {
  const on = (reviewOn: string) => said(checkReview({ reviewOn, today: "2026-11-20" }, rules));

  it("lies after today, within what the rules say", () => {
    expect(["2026-11-20", "2026-11-21", "2026-12-10", "2026-12-11", "2099-01-01"].map(on)).toEqual([
      ...["reviewNotAhead", "done", "done", "reviewTooFar", "reviewTooFar"],
    ]);
  });
});
