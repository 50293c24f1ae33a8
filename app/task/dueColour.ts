import { daysBetween } from "~/calendar/day";
import { runningTaskStates, type TaskState } from "./taskState";

/** How near its due date a task is shown to be; places differ, so the days are a setting. */
export type DueColour = "blue" | "yellow" | "red";

/** Days left from which on each colour is shown. */
export type DueColourRules = Record<DueColour, number>;

/** Blue a week before, yellow three days before, red on the day and after. */
export const usualDueColours: DueColourRules = { blue: 7, yellow: 3, red: 0 };

interface Clocked {
  state: TaskState;
  dueDate: string;
  reviewOn: string | null;
}

/** Days left until the clock of a task strikes (negative: past), or null when none runs against anybody. */
export function daysLeft(task: Clocked, today: string): number | null {
  if (runningTaskStates.includes(task.state)) return daysBetween(today, task.dueDate);
  if (task.state === "suspended" && task.reviewOn) return daysBetween(today, task.reviewOn);
  return null;
}

/** True when the lead unit is late: claimed tasks wait for the street, suspended ones for the office. */
export function isOverdue(task: Clocked, today: string): boolean {
  return runningTaskStates.includes(task.state) && task.dueDate < today;
}

/** The colour of a task on `today`, or null while it is far off or nothing is running. */
export function dueColour(
  task: Clocked,
  today: string,
  rules: DueColourRules = usualDueColours,
): DueColour | null {
  const left = daysLeft(task, today);
  if (left === null) return null;
  const colours = ["red", "yellow", "blue"] as const;
  return colours.find((colour) => left <= rules[colour]) ?? null;
}
