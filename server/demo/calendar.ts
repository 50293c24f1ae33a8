import { addDays, addMonths, daysBetween } from "~/calendar/day";
import { nothingDeclared } from "~/calendar/holiday";
import { isWorkingDay, workingDayFrom } from "~/calendar/workingDay";
import { proposeDay } from "~/plan/year/proposal";
import { usualRules } from "~/rules/ruleSet";
import { earlier } from "./instants";

/** One month of the demo district's plans. */
export interface DemoMonth {
  month: string;
  date: string;
  windowOpensOn: string;
  windowClosesOn: string;
  /** Where the month lies as seen from today. */
  when: "past" | "current" | "next" | "later";
}

/** The last working day of this month up to today, or the first one of the month where there is none yet. */
function currentDate(today: string): string {
  for (let day = today; day.startsWith(today.slice(0, 7)); day = addDays(day, -1))
    if (isWorkingDay(day, nothingDeclared)) return day;
  return workingDayFrom(`${today.slice(0, 7)}-01`, nothingDeclared);
}

/** Next month's window is open today, however early or late in the month today is. */
function openWindow(today: string, date: string): { windowOpensOn: string; windowClosesOn: string } {
  const usualClose = `${today.slice(0, 7)}-20`;
  const open = addDays(today, 3) <= usualClose;
  const opensOn = earlier(`${today.slice(0, 7)}-01`, addDays(today, -14));
  // January's waits until the plan of its year is adopted, see plans.ts.
  const adopted = `${today.slice(0, 4)}-11-25`;
  return {
    windowOpensOn: date.slice(5, 7) === "01" && opensOn < adopted ? adopted : opensOn,
    windowClosesOn: open ? usualClose : earlier(addDays(today, 6), addDays(date, -8)),
  };
}

/**
 * Every month from January of last year to the end of this year, or of the next one in November and December:
 * past ones as the rules propose, the current one held today, the next one collecting.
 */
export function demoCalendar(today: string): DemoMonth[] {
  const thisMonth = today.slice(0, 7);
  const year = Number(today.slice(0, 4));
  const last = `${thisMonth.slice(5) >= "11" ? year + 1 : year}-12`;
  const months: DemoMonth[] = [];
  for (let month = `${year - 1}-01`; month <= last; month = addMonths(month, 1)) {
    const proposed = proposeDay(month, usualRules, nothingDeclared);
    if (month < thisMonth) months.push({ ...proposed, when: "past" });
    else if (month === thisMonth) months.push({ ...proposed, date: currentDate(today), when: "current" });
    else if (month === addMonths(thisMonth, 1))
      months.push({ ...proposed, ...openWindow(today, proposed.date), when: "next" });
    else months.push({ ...proposed, when: "later" });
  }
  return months;
}

/** Of the streets in order, the one whose turn it is in a month: the first one hosts the current month. */
export function hostOf<T>(streets: readonly T[], month: string, today: string): T {
  const distance = Number(month.slice(5)) - Number(today.slice(5, 7));
  return streets[(distance + 12) % 12]!;
}

/** How many days ago a day was; negative ahead. */
export function daysAgo(day: string, today: string): number {
  return daysBetween(day, today);
}
