import { describe, expect, it } from "vitest";
import { isAdopted, outcomes } from "~/meeting/conduct/topic";
import { deferralSaid } from "~/meeting/deferral/deferral";

describe("the resolutions of a topic", () => {
  it("are adopted with what was decided, and with nothing else", () => {
    expect(outcomes.map((outcome) => [outcome, isAdopted(outcome)])).toEqual([
      ["passed", true],
      ["passedInPrinciple", true],
      ["notPassed", false],
      ["other", true],
      ["deferred", false],
    ]);
    expect(isAdopted(null)).toBe(false);
  });
});

describe("a deferral", () => {
  const today = "2026-11-20";
  const later = [{ id: "next", slug: "2026-12", date: "2026-12-18" }];
  it.each([
    ["2026-12", { date: "2026-12-18", meetingId: "next" }],
    ["12月18日", { date: "2026-12-18", meetingId: "next" }],
    ["12月20日", { date: "2026-12-20", meetingId: null }],
    ["下周五", { date: "2026-11-27", meetingId: null }],
    ["in two weeks", { date: "2026-12-04", meetingId: null }],
    ["2026-12-04", { date: "2026-12-04", meetingId: null }],
    ["2026-11-20", null],
    ["今天", null],
    ["2027-13", null],
    ["", null],
  ])("said as %s", (said, read) => expect(deferralSaid(said, today, later)).toEqual(read));
});
