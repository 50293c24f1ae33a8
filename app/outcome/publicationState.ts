import type { TaskState } from "~/task/taskState";

/** True once somebody other than the doer has found the task solved. */
export function mayTellOutcome(state: TaskState): boolean {
  return state === "solved" || state === "struckOff";
}
