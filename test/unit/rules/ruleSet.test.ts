import { describe, expect, it } from "vitest";
import { nothingDeclared } from "~/calendar/holiday";
import { proposeDay } from "~/plan/year/proposal";
import { colourOf, isQuorum, parseRules, ruleSetSchema, usualRules } from "~/rules/ruleSet";

describe("the rules of a place", () => {
  it("are those of practice where nothing else was adopted", () => {
    expect(parseRules("{}")).toEqual(usualRules);
    expect(usualRules).toMatchObject({
      window: { cutOffDay: 20 },
      agenda: { limit: 8, materialsDaysBefore: 3, approvedWorkingDaysBefore: 2, materialsCharacters: 3000 },
      session: { quorumOver: 0.5, carryOverLimit: 2 },
      recurrence: { count: 3, days: 90 },
      rates: { response: 0.1, solved: 0.5, satisfaction: 0.4, basicallySatisfied: 0.9 },
    });
  });

  it("keep what an older version does not say at its default", () => {
    expect(parseRules('{"agenda":{"limit":5}}').agenda).toEqual({ ...usualRules.agenda, limit: 5 });
  });

  it("refuse weights that do not add up, colours out of order, and a cut-off that some months lack", () => {
    const refused = (rules: object) => !ruleSetSchema.safeParse(rules).success;
    expect(refused({ rates: { response: 0.2 } })).toBe(true);
    expect(refused({ rates: { response: 0.2, solved: 0.4 } })).toBe(false);
    expect(refused({ colours: { blue: 2, yellow: 3 } })).toBe(true);
    expect(refused({ window: { cutOffDay: 31 } })).toBe(true);
    expect(refused({ agenda: { limit: 0 } })).toBe(true);
  });

  it("quorum is over half, not half", () => {
    expect(isQuorum(usualRules, 5, 10)).toBe(false);
    expect(isQuorum(usualRules, 6, 10)).toBe(true);
    expect(isQuorum(usualRules, 0, 0)).toBe(false);
  });

  it("colours a task by the days it has left", () => {
    const colours = [8, 7, 4, 3, 1, 0, -5].map((days) => colourOf(usualRules, days));
    expect(colours).toEqual([null, "blue", "blue", "yellow", "yellow", "red", "red"]);
  });

  it("propose a working day and a window in the month before", () => {
    expect(proposeDay("2026-06", usualRules, nothingDeclared)).toEqual({
      month: "2026-06",
      // The 20th is a Saturday within the Dragon Boat holiday, the 21st its last day.
      date: "2026-06-22",
      windowOpensOn: "2026-05-01",
      windowClosesOn: "2026-05-20",
    });
    expect(proposeDay("2027-01", usualRules, nothingDeclared).windowClosesOn).toBe("2026-12-20");
  });
});
