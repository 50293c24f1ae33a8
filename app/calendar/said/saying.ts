import { addDays, addMonths, isDay, monthOf } from "~/calendar/day";

/** One way in which a day is said: what it looks like, and which day it is, told from the day it is said on. */
export interface Saying {
  pattern: RegExp;
  day: (parts: Parts, today: string) => string | null;
}

/** What was found at the named places of a pattern. */
export type Parts = Record<string, string | undefined>;

/** A pattern for the whole of what was said. */
export const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`);

export const two = (number: number) => String(number).padStart(2, "0");
export const existing = (day: string) => (isDay(day) ? day : null);
export const dayIn = (month: string, day: number) => existing(`${month}-${two(day)}`);
export const lastOf = (month: string) => addDays(`${addMonths(month, 1)}-01`, -1);
export const yearOf = (day: string) => Number(day.slice(0, 4));
/** Monday is 1, Sunday 7. */
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** A day of a month of this year, or of the next where this year's is over. */
export function comingIn(
  month: number,
  today: string,
  dayOfMonth: (month: string) => string | null,
): string | null {
  const inYear = (year: number) => dayOfMonth(`${year}-${two(month)}`);
  const soon = inYear(yearOf(today));
  return soon && soon < today ? inYear(yearOf(today) + 1) : (soon ?? inYear(yearOf(today) + 1));
}

export function monthAfter(today: string, count: number): string {
  const month = addMonths(monthOf(today), count);
  return dayIn(month, Number(today.slice(8))) ?? lastOf(month);
}

export function weekdayAfter(today: string, weekday: number, weeks: number | null): string {
  const inThisWeek = addDays(today, weekday - weekdayOf(today));
  if (weeks !== null) return addDays(inThisWeek, weeks * 7);
  return inThisWeek < today ? addDays(inThisWeek, 7) : inThisWeek;
}

export function afterSpan(today: string, count: number, unit: string): string | null {
  if (!(count > 0 && count < 1000)) return null;
  if (/^(天|日|day)/.test(unit)) return addDays(today, count);
  if (/^(周|星期|礼拜|week)/.test(unit)) return addDays(today, count * 7);
  return monthAfter(today, /^(年|year)/.test(unit) ? count * 12 : count);
}

/** Finds the day for a day of the month that is said alone: of this month, or of the next where it is over. */
export function comingDay(day: number, today: string): string | null {
  const inThis = dayIn(monthOf(today), day);
  return inThis && inThis >= today ? inThis : dayIn(addMonths(monthOf(today), 1), day);
}

/**
 * Gives the way from a month's number to a day in it: of the year that is said, or else of the coming such month.
 * @param year null where none is said
 */
export function inMonth(month: number, year: number | null, today: string) {
  return (dayOfMonth: (month: string) => string | null): string | null => {
    if (!(month >= 1 && month <= 12)) return null;
    return year === null ? comingIn(month, today, dayOfMonth) : dayOfMonth(`${year}-${two(month)}`);
  };
}
