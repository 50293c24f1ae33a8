import type { TaskState } from "~/task/taskState";

/** How a promise stands, in the few words a resident needs. */
export const plainStates = ["toBegin", "underWay", "heldUp", "checking", "again", "paused", "done"] as const;
export type PlainState = (typeof plainStates)[number];

/** What of a task residents may learn about its standing. */
export interface PlainStanding {
  state: PlainState;
  /** The day by which it was to be done has passed, and the unit has not said that it is done. */
  late: boolean;
}

const table: Record<TaskState, PlainState> = {
  dispatched: "toBegin",
  acknowledged: "toBegin",
  inProgress: "underWay",
  handled: "checking",
  rework: "again",
  suspended: "paused",
  solved: "done",
  struckOff: "done",
};

/**
 * @param task null for a decision whose task is not on record
 * @param today YYYY-MM-DD in the district's zone
 */
export function plainStanding(
  task: { state: TaskState; dueDate: string; blocked: string } | null,
  today: string,
): PlainStanding {
  if (!task) return { state: "toBegin", late: false };
  const plain = table[task.state];
  const waitsForUnit = plain === "toBegin" || plain === "underWay" || plain === "again";
  return {
    // What holds it up is the units' own affair; that something does is not.
    state: waitsForUnit && task.blocked !== "" ? "heldUp" : plain,
    late: waitsForUnit && task.dueDate < today,
  };
}
