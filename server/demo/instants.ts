import { addDays } from "~/calendar/day";
import { nothingDeclared } from "~/calendar/holiday";
import { workingDayFrom } from "~/calendar/workingDay";

/** An instant moved by minutes. */
export function later(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

/** The first working day that lies `days` or more after a day. */
export function workingDayAfter(day: string, days: number): string {
  return workingDayFrom(addDays(day, days), nothingDeclared);
}

/** The earlier of two days or instants of the same form. */
export function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
