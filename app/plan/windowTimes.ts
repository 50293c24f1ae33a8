import { dayOf } from "~/calendar/day";
import type { RuleSet } from "~/rules/ruleSet";
import { type DayWithWindow, instantsOfWindow } from "./windowClock";

type WindowDays = Pick<DayWithWindow, "windowOpensOn" | "windowClosesOn">;
type WindowRules = Pick<RuleSet, "window">;

const endOfDay = 24;

/** Tells whether opening a window now departs from the plan: before its hour, or once it has closed. */
export function departsToOpen(days: WindowDays, rules: WindowRules, now: string): boolean {
  const { opensAt, closesAt } = instantsOfWindow(days, rules);
  return now < opensAt || now >= closesAt;
}

/**
 * Tells whether closing a window now departs from the plan: before its hour on the last day, or, where the rules name
 * none, before that day.
 */
export function departsToClose(days: WindowDays, rules: WindowRules, now: string): boolean {
  if (rules.window.closesAtHour === endOfDay) return dayOf(now) < days.windowClosesOn;
  return now < instantsOfWindow(days, rules).closesAt;
}
