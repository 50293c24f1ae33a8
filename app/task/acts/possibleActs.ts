import {
  canTask,
  isBarredAsDoer,
  judgingActs,
  type TaskAct,
  type TaskCondition,
  taskActs,
} from "~/task/permission";
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
  confirmWitness: "confirmWitness",
  denyWitness: "denyWitness",
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
  confirmWitness: (task) => task.witness?.state === "named",
  denyWitness: (task) => task.witness?.state === "named",
};

/** True when the task as it stands allows the act, whoever asks. */
export function isPossible(act: TaskAct, task: TaskCondition): boolean {
  return advance(task.state, eventOf(act)) !== undefined && (condition[act]?.(task) ?? true);
}

/** What this actor can do with this task now, the most likely first. */
export function possibleActs(actor: Parameters<typeof canTask>[0], task: TaskCondition): TaskAct[] {
  return taskActs.filter((act) => canTask(actor, act, task) && isPossible(act, task));
}

/** What this actor's post could do with this task now, were they not one of its doers. */
export function barredActs(actor: Parameters<typeof canTask>[0], task: TaskCondition): TaskAct[] {
  return judgingActs.filter((act) => isBarredAsDoer(actor, act, task) && isPossible(act, task));
}
