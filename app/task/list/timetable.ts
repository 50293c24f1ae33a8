import { addDays, addMonths, daysBetween, monthOf } from "~/calendar/day";

/** A stretch of days drawn from left to right, some pixels to each. */
export interface TimeScale {
  /** First day of the first month drawn. */
  from: string;
  width: number;
  pixelsPerDay: number;
  /** Months with where they begin and how wide they are. */
  months: { month: string; x: number; width: number }[];
}

const wantedWidth = 960;
const leastMonths = 3;

/** A scale on which all the given days and today can be drawn: whole months, at least three. */
export function timeScale(days: readonly string[], today: string): TimeScale {
  const sorted = [...days, today].sort();
  const first = monthOf(sorted[0]!);
  const reaches = monthOf(sorted.at(-1)!);
  const names: string[] = [];
  for (let month = first; month <= reaches || names.length < leastMonths; month = addMonths(month, 1))
    names.push(month);
  const from = `${first}-01`;
  const length = daysBetween(from, `${addMonths(names.at(-1)!, 1)}-01`);
  // A year of twelve months still fits a screen; more than that is scrolled.
  const pixelsPerDay = Math.min(10, Math.max(2.5, wantedWidth / length));
  const at = (day: string) => round(daysBetween(from, day) * pixelsPerDay);
  return {
    from,
    width: round(length * pixelsPerDay),
    pixelsPerDay,
    months: names.map((month) => {
      const x = at(`${month}-01`);
      return { month, x, width: round(at(`${addMonths(month, 1)}-01`) - x) };
    }),
  };
}

/** Where a day lies on the scale: its noon, so that the first day is not on the edge. */
export function placeOf(scale: TimeScale, day: string): number {
  return round((daysBetween(scale.from, day) + 0.5) * scale.pixelsPerDay);
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The day after which nothing more is known of a task: its solution, else its later due date. */
export function lastDay(task: { dueDate: string; solvedOn: string | null }): string {
  return task.solvedOn && task.solvedOn > task.dueDate ? task.solvedOn : task.dueDate;
}

/** The days that must be on the scale for a task to be drawn whole. */
export function daysOf(task: {
  dispatchedOn: string;
  dueDate: string;
  originalDueDate: string;
  solvedOn: string | null;
}): string[] {
  return [task.dispatchedOn, task.originalDueDate, addDays(lastDay(task), 1)];
}
