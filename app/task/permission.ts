import type { Actor } from "~/access/actor";
import { isDistrict } from "~/access/actor";

/** What somebody may do with a task. */
export const taskActs = [
  "acknowledge",
  "progress",
  "finishMilestone",
  "claimHandled",
  "askExtension",
  "block",
  "unblock",
  "verifySolved",
  "sendToRework",
  "decideExtension",
  "suspend",
  "resume",
  "strikeOff",
] as const;
export type TaskAct = (typeof taskActs)[number];

/** What a permission looks at: where the task lies, who leads it, who assists. */
export interface TaskParties {
  streetId: string;
  leadUnitId: string;
  assistingUnitIds: readonly string[];
}

type Asking = Pick<Actor, "role" | "unitId" | "streetId">;

const party: Record<TaskAct, (actor: Asking, task: TaskParties) => boolean> = {
  acknowledge: leads,
  progress: leads,
  finishMilestone: leads,
  claimHandled: leads,
  askExtension: leads,
  block: leads,
  unblock: leads,
  verifySolved: verifies,
  sendToRework: verifies,
  decideExtension: isOffice,
  suspend: isOffice,
  resume: isOffice,
  strikeOff: isOffice,
};

/**
 * Who may do what with a task they can see, whatever its state: the lead unit acknowledges, reports and
 * claims; the street in whose territory it lies verifies, and where that street itself leads, the office
 * does, because the doer never verifies; the office extends, suspends and strikes off.
 */
export function canTask(actor: Asking, act: TaskAct, task: TaskParties): boolean {
  return party[act](actor, task);
}

/** Who sees a task: the district all, a street and its communities those in its territory, a unit its own part. */
export function canSeeTask(actor: Asking, task: TaskParties): boolean {
  if (isDistrict(actor)) return true;
  if (actor.streetId === task.streetId) return true;
  if (actor.role === "community") return false;
  return actor.unitId === task.leadUnitId || task.assistingUnitIds.includes(actor.unitId);
}

/** The office and the chair of a day state what came of its tasks. */
export function canStateAtLookBack(
  actor: Pick<Actor, "role" | "postId">,
  day: { chairPostId: string | null },
): boolean {
  return actor.role === "office" || actor.postId === day.chairPostId;
}

function leads(actor: Asking, task: TaskParties): boolean {
  return (actor.role === "department" || actor.role === "street") && actor.unitId === task.leadUnitId;
}

function verifies(actor: Asking, task: TaskParties): boolean {
  if (task.leadUnitId === task.streetId) return isOffice(actor);
  return actor.role === "street" && actor.unitId === task.streetId;
}

function isOffice(actor: Asking): boolean {
  return actor.role === "office";
}
