import { type FileRights, onlyReads } from "~/file/fileRights";
import { canTask, type TaskAct, type TaskParties } from "./permission";
import { isOpen, type TaskState } from "./taskState";

/** What files on a task show: how it goes on, that it is handled, that it was verified; or that a milestone is reached. */
export const taskFileKinds = ["taskProgress", "taskHandled", "taskVerification"] as const;
export type TaskFileKind = (typeof taskFileKinds)[number] | "milestone";

type Asking = Parameters<typeof canTask>[0];
type Task = TaskParties & { state: TaskState };

/** The act whose doer adds files of a kind. */
const addedWith: Record<TaskFileKind, TaskAct> = {
  taskProgress: "progress",
  taskHandled: "claimHandled",
  milestone: "finishMilestone",
  taskVerification: "verifySolved",
};

/**
 * What somebody may do with the files on a task that they see: who leads it adds and tends their own until it is
 * verified, who verifies it theirs until it is struck off. Whoever strikes it off may remove any, at any time: what must
 * not stand here is taken away by somebody who did not do it.
 */
export function taskFileRights(actor: Asking, kind: TaskFileKind, task: Task): FileRights {
  if (canTask(actor, "strikeOff", task)) return { add: adds(actor, kind, task), tend: "all" };
  return adds(actor, kind, task) ? { add: true, tend: "own" } : onlyReads;
}

function adds(actor: Asking, kind: TaskFileKind, task: Task): boolean {
  const act = addedWith[kind];
  const open =
    act === "verifySolved" ? task.state === "handled" || task.state === "solved" : isOpen(task.state);
  return open && canTask(actor, act, task);
}
