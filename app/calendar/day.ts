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

/** The years in which a day of this district can lie; one outside them is a slip of the hand. */
export const calendarBounds = { firstYear: 1900, lastYear: 2199 } as const;

// A day is read and written in the machine's own zone: it is the same day on both sides, wherever that is.
const written = (at: Date) => dates.lightFormat(at, "yyyy-MM-dd");

// What is stored may be older than the rules by which it would be stored today, and no page may fail on it: the
// 31st of a shorter month is read as its last day, a year beyond the bounds as the last one within them, and what is
// no day at all as the first day there is.
function read(day: string): Date {
  const at = dates.parseISO(day);
  if (dates.isValid(at)) return dates.min([at, new Date(calendarBounds.lastYear, 11, 31)]);
  const month = dates.parseISO(`${day.slice(0, 7)}-01`);
  return dates.isValid(month)
    ? dates.startOfDay(dates.endOfMonth(month))
    : new Date(calendarBounds.firstYear, 0, 1);
}

/**
 * Tells the day (YYYY-MM-DD, district's zone) on which an instant (UTC ISO) lies. What is no instant gives back the
 * day with which it begins.
 */
export function dayOf(instant: string): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? instant.slice(0, 10) : dayFormat.format(at);
}

/** Tells the instant (UTC ISO) at which a clock in the district shows `time` ("HH:MM" or "HH:MM:SS") on a day. */
export function instantOf(day: string, time: string): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const [hour, minute, second = 0] = time.split(":").map(Number) as [number, number, number?];
  const at = new TZDate(year, month - 1, date, hour, minute, second, districtTimeZone);
  return new Date(at.getTime()).toISOString();
}

/** Tells the hour of the day (0 to 23, district's zone) in which an instant (UTC ISO) lies. */
export function hourOf(instant: string): number {
  return new TZDate(instant, districtTimeZone).getHours();
}

/** Moves a day by a number of days, forwards or backwards. */
export function addDays(day: string, days: number): string {
  return written(dates.addDays(read(day), days));
}

/** Moves a month (YYYY-MM) by a number of months, forwards or backwards. */
export function addMonths(month: string, months: number): string {
  return monthOf(written(dates.addMonths(read(month), months)));
}

/** Counts the whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dates.differenceInCalendarDays(read(to), read(from));
}

/** Names the month (YYYY-MM) of a day. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

/** Tells whether a day is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  return dates.isWeekend(read(day));
}

/** Tells whether a text is a day that exists, written YYYY-MM-DD, in a year within the bounds of the calendar. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dates.isValid(dates.parseISO(text)) && isWithinBounds(text);
}

/** Tells whether a text is a month, written YYYY-MM, in a year within the bounds of the calendar. */
export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && isWithinBounds(text);
}

/** Tells whether a text is an instant that exists, written as ISO text in UTC. */
export function isInstant(text: string): boolean {
  const [day = "", time = ""] = text.split("T");
  return isDay(day) && /^\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?Z$/.test(time) && !Number.isNaN(Date.parse(text));
}

function isWithinBounds(text: string): boolean {
  const year = Number(text.slice(0, 4));
  return year >= calendarBounds.firstYear && year <= calendarBounds.lastYear;
}

// No rule of anybody's: a day so far ahead is a slip of the hand, such as 2206 for 2026.
const farYears = 10;

/** Whether a day lies so far ahead of another that nobody can have meant it. */
export function isFarAhead(day: string, from: string): boolean {
  return day > addMonths(monthOf(from), farYears * 12) + from.slice(7);
}
