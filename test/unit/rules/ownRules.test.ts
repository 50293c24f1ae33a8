import { expect, it } from "vitest";
import { ownRules } from "~/rules/page/ownRules";
import { usualRules } from "~/rules/ruleSet";

const version = (number: number, cutOffDay: number, limit = usualRules.agenda.limit) => ({
  version: number,
  rules: {
    ...usualRules,
    window: { ...usualRules.window, cutOffDay },
    agenda: { ...usualRules.agenda, limit },
  },
});

it("names the version that set a number otherwise than is usual, and what is usual", () => {
  const usual = usualRules.window.cutOffDay;
  expect(ownRules([])).toEqual({});
  expect(ownRules([version(1, usual)])).toEqual({});
  expect(ownRules([version(3, 25, 5), version(2, 25), version(1, usual)])).toEqual({
    "window.cutOffDay": { version: 2, usual },
    "agenda.limit": { version: 3, usual: usualRules.agenda.limit },
  });
  expect(ownRules([version(2, 25), version(1, 25)])["window.cutOffDay"]?.version).toBe(1);
});

it("leaves out what a later version set back to what is usual", () => {
  expect(ownRules([version(2, usualRules.window.cutOffDay), version(1, 25)])).toEqual({});
});
