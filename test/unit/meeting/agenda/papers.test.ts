import { describe, expect, it } from "vitest";
import { papersStanding } from "~/meeting/agenda/papers";

const rules = { most: 3000, by: "2026-03-17", today: "2026-03-16" };
const topic = (...papers: { addedAt: string; characters: number | null }[]) => ({
  kind: "topic" as const,
  elsewhere: false,
  papers,
});
const inTime = "2026-03-17T15:59:00.000Z";
const tooLate = "2026-03-17T16:00:00.000Z";

describe("the papers of a topic", () => {
  it("are missing, and overdue only once their day has passed", () => {
    expect(papersStanding(topic(), rules)).toMatchObject({ count: 0, overdue: false });
    expect(papersStanding(topic(), { ...rules, today: "2026-03-18" })).toMatchObject({ overdue: true });
  });

  it("are late by the district's day, and too long together", () => {
    const papers = [
      { addedAt: inTime, characters: 1600 },
      { addedAt: tooLate, characters: 1401 },
    ];
    expect(papersStanding(topic(...papers), rules)).toMatchObject({
      characters: 3001,
      late: 1,
      over: true,
      uncounted: 0,
    });
  });

  it("of which the length is not known are told apart from short ones", () => {
    const papers = [
      { addedAt: inTime, characters: null },
      { addedAt: inTime, characters: 3000 },
    ];
    expect(papersStanding(topic(...papers), rules)).toMatchObject({ over: false, uncounted: 1, late: 0 });
  });

  it("are asked of nothing but what is decided, and not of what may not stand here", () => {
    expect(papersStanding({ ...topic(), kind: "lookBack" }, rules)).toBeNull();
    expect(papersStanding({ ...topic(), kind: "siteVisit" }, rules)).toBeNull();
    expect(papersStanding({ ...topic(), elsewhere: true }, rules)).toBeNull();
  });
});
