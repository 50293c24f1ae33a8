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

// Of five years, most of them ahead, each month is still seen; a day far outside says only that it is far.
const mostBehind = 24;
const mostAhead = 36;

/**
 * A scale on which the given days and today can be drawn: whole months, at least three. Days more than two years
 * behind today or three ahead of it stand at its edges.
 */
export function timeScale(days: readonly string[], today: string): TimeScale {
  const sorted = [...days, today].sort();
  const present = monthOf(today);
  const first = [monthOf(sorted[0]!), addMonths(present, -mostBehind)].sort().at(-1)!;
  const reaches = [monthOf(sorted.at(-1)!), addMonths(present, mostAhead)].sort()[0]!;
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
  const at = (daysBetween(scale.from, day) + 0.5) * scale.pixelsPerDay;
  return round(Math.min(scale.width, Math.max(0, at)));
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
