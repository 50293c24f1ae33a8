import { addDays, instantOf } from "~/calendar/day";
import type { Stage, StageEvent } from "~/meeting/kind/stage";
import type { RuleSet } from "~/rules/ruleSet";

/** A day of the plan, as far as its window depends on it. */
export interface DayWithWindow {
  stage: Stage;
  windowOpensOn: string;
  windowClosesOn: string;
}

type WindowRules = Pick<RuleSet, "window">;

const hourWritten = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

/** Tells the instant (UTC ISO) of an hour from 0 to 24 of a day; 24 is the end of the day. */
function instantOfHour(day: string, hour: number): string {
  return hour === 24 ? instantOf(addDays(day, 1), "00:00") : instantOf(day, hourWritten(hour));
}

/** Tells the instants (UTC ISO) at which a window opens and closes by the rules. */
export function instantsOfWindow(
  day: Pick<DayWithWindow, "windowOpensOn" | "windowClosesOn">,
  rules: WindowRules,
): { opensAt: string; closesAt: string } {
  const { opensAtHour, closesAtHour } = rules.window;
  return {
    opensAt: instantOfHour(day.windowOpensOn, opensAtHour),
    closesAt: instantOfHour(day.windowClosesOn, closesAtHour),
  };
}

/**
 * Tells what the clock does with a window at an instant (UTC ISO); null where nothing is due. A window whose time went
 * by while nothing was running is not opened any more: no street could send anything in it, and how late it is opened
 * is for the office to decide.
 */
export function windowMoveDue(
  day: DayWithWindow,
  rules: WindowRules,
  now: string,
): { event: Extract<StageEvent, "openWindow" | "closeWindow">; dueAt: string } | null {
  const { opensAt, closesAt } = instantsOfWindow(day, rules);
  if (day.stage === "planned" && now >= opensAt && now < closesAt)
    return { event: "openWindow", dueAt: opensAt };
  if (day.stage === "collecting" && now >= closesAt) return { event: "closeWindow", dueAt: closesAt };
  return null;
}

/** Tells the first day, from `today` on, whose closing hour is still ahead of an instant (UTC ISO). */
export function closableFrom(today: string, rules: WindowRules, now: string): string {
  return instantOfHour(today, rules.window.closesAtHour) > now ? today : addDays(today, 1);
}
