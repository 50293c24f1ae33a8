import { addMonths } from "~/calendar/day";
import type { DeclaredDays } from "~/calendar/holiday";
import { workingDayFrom } from "~/calendar/workingDay";
import type { RuleSet } from "~/rules/ruleSet";

/** When a month's day is held, and when its window opens and closes. */
export interface ProposedDates {
  month: string;
  date: string;
  windowOpensOn: string;
  windowClosesOn: string;
}

const dayIn = (month: string, day: number) => `${month}-${String(day).padStart(2, "0")}`;

/** The usual dates of a month (YYYY-MM): the day on a working day, the window in the month before. */
export function proposeDay(
  month: string,
  rules: Pick<RuleSet, "window">,
  declared: DeclaredDays,
): ProposedDates {
  const { usualDay, opensOnDay, cutOffDay } = rules.window;
  const before = addMonths(month, -1);
  const date = workingDayFrom(dayIn(month, usualDay), declared);
  return {
    month,
    // A long holiday at the end of the month would carry the day into the next.
    date: date.startsWith(month) ? date : dayIn(month, usualDay),
    windowOpensOn: dayIn(before, opensOnDay),
    windowClosesOn: dayIn(before, cutOffDay),
  };
}

/** The twelve months of a year. */
export function monthsOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, at) => dayIn(String(year), at + 1));
}
