import chineseDays from "chinese-days";
import { addDays, dayOf, hourOf, isWeekend } from "./day";

/** What a day is in the calendar of statutory holidays and make-up working weekends. */
export interface DayKind {
  working: boolean;
  why: "weekday" | "makeUp" | "weekend" | "holiday";
  /** The holiday that the day is part of, or makes up for. */
  holiday: { zh: string; en: string } | null;
  /** False while the State Council's arrangement for that year is not known: then only weekends count. */
  announced: boolean;
}

// With a time the library counts in the machine's zone on both sides; a bare date slips by a day west of
// Greenwich.
const detailOf = (day: string) => chineseDays.getDayDetail(`${day}T12:00:00`);

/** What kind of day `day` (YYYY-MM-DD) is. */
export function dayKind(day: string): DayKind {
  const { work, name } = detailOf(day);
  const [en, zh] = name.split(",");
  const weekend = isWeekend(day);
  const usual = work !== weekend;
  return {
    working: work,
    why: work ? (usual ? "weekday" : "makeUp") : zh ? "holiday" : "weekend",
    holiday: zh && en ? { zh, en } : null,
    // The national day is a holiday in every year that is known.
    announced: detailOf(`${day.slice(0, 4)}-10-01`).name.includes(","),
  };
}

/** True on days when offices work. */
export function isWorkingDay(day: string): boolean {
  return dayKind(day).working;
}

/**
 * The working day (YYYY-MM-DD, district's zone) that is going on at an instant; null on days off, and before the
 * hour at which a working day begins.
 */
export function workingDayBegun(now: string, beginsAtHour: number): string | null {
  const day = dayOf(now);
  return isWorkingDay(day) && hourOf(now) >= beginsAtHour ? day : null;
}

/** `day` itself, or the first working day after it. */
export function workingDayFrom(day: string): string {
  return isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1));
}

/** The working day that lies `count` working days before `day`; `day` itself for 0. */
export function workingDaysBefore(day: string, count: number): string {
  if (count === 0) return day;
  const before = addDays(day, -1);
  return workingDaysBefore(before, isWorkingDay(before) ? count - 1 : count);
}
