import { TZDate } from "@date-fns/tz";
import * as dates from "date-fns";

/** The district's time zone. Days are counted in it; instants are stored in UTC. */
export const districtTimeZone = "Asia/Shanghai";

const dayFormat = new Intl.DateTimeFormat("en-CA", {
  timeZone: districtTimeZone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

// A day is read and written in the machine's own zone: it is the same day on both sides, wherever that is.
const written = (at: Date) => dates.lightFormat(at, "yyyy-MM-dd");

/** Tells the day (YYYY-MM-DD, district's zone) on which an instant (UTC ISO) lies. */
export function dayOf(instant: string): string {
  return dayFormat.format(new Date(instant));
}

/** Tells the instant (UTC ISO) at which a clock in the district shows `time` ("HH:MM" or "HH:MM:SS") on a day. */
export function instantOf(day: string, time: string): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const [hour, minute, second = 0] = time.split(":").map(Number) as [number, number, number?];
  const at = new TZDate(year, month - 1, date, hour, minute, second, districtTimeZone);
  return new Date(at.getTime()).toISOString();
}

/** Moves a day by a number of days, forwards or backwards. */
export function addDays(day: string, days: number): string {
  return written(dates.addDays(dates.parseISO(day), days));
}

/** Moves a month (YYYY-MM) by a number of months, forwards or backwards. */
export function addMonths(month: string, months: number): string {
  return monthOf(written(dates.addMonths(dates.parseISO(month), months)));
}

/** Counts the whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dates.differenceInCalendarDays(dates.parseISO(to), dates.parseISO(from));
}

/** Names the month (YYYY-MM) of a day. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** Tells whether a day is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  return dates.isWeekend(dates.parseISO(day));
}

/** Tells whether a text is a day that exists, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dates.isValid(dates.parseISO(text));
}
