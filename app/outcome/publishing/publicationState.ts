import type { TaskState } from "~/task/taskState";

/** True once somebody other than the doer has looked: found it solved, or sent it back to be done again. */
export function mayTellOutcome(state: TaskState): boolean {
  return state === "solved" || state === "struckOff" || state === "rework";
}
