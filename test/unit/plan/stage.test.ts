import { describe, expect, it } from "vitest";
import {
  advanceStage,
  hasReached,
  type Stage,
  type StageEvent,
  stageEvents,
  stages,
} from "~/meeting/kind/stage";

const allowed: Partial<Record<`${Stage} ${StageEvent}`, Stage>> = {
  "planned openWindow": "collecting",
  "collecting closeWindow": "screening",
  "screening reopenWindow": "collecting",
  "screening startAgenda": "agenda",
  "agenda openSession": "inSession",
  "inSession closeSession": "minutes",
  "minutes reopenSession": "inSession",
  "minutes issue": "issued",
  "issued followUp": "followedUp",
  "followedUp reopenFollowUp": "issued",
};

describe("the stations of a day", () => {
  for (const stage of stages)
    for (const event of stageEvents)
      it(`${stage} on ${event} → ${allowed[`${stage} ${event}`] ?? "refused"}`, () => {
        expect(advanceStage(stage, event)).toBe(allowed[`${stage} ${event}`]);
      });

  it("knows what lies behind and ahead", () => {
    expect(hasReached("inSession", "agenda")).toBe(true);
    expect(hasReached("agenda", "agenda")).toBe(true);
    expect(hasReached("collecting", "agenda")).toBe(false);
  });
});
