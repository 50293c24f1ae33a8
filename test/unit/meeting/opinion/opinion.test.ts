import { describe, expect, it } from "vitest";
import { meetingStages } from "~/meeting/kind/stage";
import { countVoices, isLate, isWritable, needsTerms, positions } from "~/meeting/opinion/opinion";

describe("a written opinion", () => {
  it("says its conditions or its reason unless it agrees", () => {
    expect(positions.filter(needsTerms)).toEqual(["agreeIf", "disagree"]);
  });

  it("is written until the session opens, and never of a cancelled meeting", () => {
    expect(meetingStages.filter((stage) => isWritable({ stage }))).toEqual(["agenda"]);
  });

  it("is late the day after its date, and stays in time once it was", () => {
    const dueOn = "2026-03-10";
    expect(isLate({ dueOn, submittedOn: null }, "2026-03-10")).toBe(false);
    expect(isLate({ dueOn, submittedOn: null }, "2026-03-11")).toBe(true);
    expect(isLate({ dueOn, submittedOn: "2026-03-10" }, "2026-03-20")).toBe(false);
    expect(isLate({ dueOn, submittedOn: "2026-03-11" }, "2026-03-20")).toBe(true);
  });

  it("that was not given is counted as silent", () => {
    const voices = ["agree", "silent", "agree", "disagree"] as const;
    expect(countVoices(voices.map((voice) => ({ voice })))).toEqual({
      ...{ agree: 2, agreeIf: 0, disagree: 1, silent: 1 },
    });
  });
});
