import { canTask, type TaskAct, type TaskCondition, taskActs } from "~/task/permission";
import { advance, type TaskEvent } from "~/task/taskState";

const eventOfAct: Record<TaskAct, TaskEvent> = {
  acknowledge: "acknowledge",
  progress: "progress",
  finishMilestone: "finishMilestone",
  claimHandled: "claimHandled",
  askExtension: "askExtension",
  block: "block",
  unblock: "unblock",
  verifySolved: "verifySolved",
  sendToRework: "sendToRework",
  decideExtension: "grantExtension",
  suspend: "suspend",
  resume: "resume",
  strikeOff: "strikeOff",
};

/** What an act does to the state; for a decision on an extension, granting stands for both answers. */
export function eventOf(act: TaskAct): TaskEvent {
  return eventOfAct[act];
}

const condition: Partial<Record<TaskAct, (task: TaskCondition) => boolean>> = {
  block: (task) => task.blocked === "",
  unblock: (task) => task.blocked !== "",
  askExtension: (task) => !task.extensionWaiting,
  decideExtension: (task) => task.extensionWaiting,
  finishMilestone: (task) => task.openMilestones > 0,
};

/** True when the task as it stands allows the act, whoever asks. */
export function isPossible(act: TaskAct, task: TaskCondition): boolean {
  return advance(task.state, eventOf(act)) !== undefined && (condition[act]?.(task) ?? true);
}

/** What this actor can do with this task now, the most likely first. */
export function possibleActs(actor: Parameters<typeof canTask>[0], task: TaskCondition): TaskAct[] {
  return taskActs.filter((act) => canTask(actor, act, task) && isPossible(act, task));
}
