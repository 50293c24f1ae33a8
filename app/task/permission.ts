import { type Actor, isDistrict, seesContents } from "~/access/actor";
import type { Role } from "~/access/role";
import type { TaskState } from "./taskState";

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
  /** The unit whose series of meetings resolved it; null where the district did. */
  overseerUnitId: string | null;
}

/** What a task's possible acts depend on besides its parties. */
export interface TaskCondition extends TaskParties {
  state: TaskState;
  /** Why it is blocked; empty when it is not. */
  blocked: string;
  /** An extension was asked for and not yet decided. */
  extensionWaiting: boolean;
  /** Milestones not yet finished. */
  openMilestones: number;
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
  decideExtension: oversees,
  suspend: oversees,
  resume: oversees,
  strikeOff: oversees,
};

/**
 * Who may do what with a task they can see, whatever its state: the lead unit acknowledges, reports and
 * claims; the street in whose territory it lies verifies, and where that street itself leads, the office
 * does, because the doer never verifies. Extended, suspended and struck off it is by the office, or where the series
 * of meetings of one unit resolved it, by that unit.
 */
export function canTask(actor: Asking, act: TaskAct, task: TaskParties): boolean {
  return party[act](actor, task);
}

/** What ties a unit to a task it may see. */
export interface TaskTie {
  by: "street" | "lead" | "assisting";
  unitId: string;
}

/**
 * Who sees a task: the district all, a street and its communities those in its territory, a unit its own part, the
 * administrator none.
 * The only home of that rule; pages ask it of one task, lists turn it into a condition.
 * @returns `all`, or the ties of which one is enough
 */
export function taskTies(actor: Asking): "all" | TaskTie[] {
  if (isDistrict(actor)) return "all";
  if (!seesContents(actor)) return [];
  const inTerritory: TaskTie[] = actor.streetId ? [{ by: "street", unitId: actor.streetId }] : [];
  if (actor.role === "community") return inTerritory;
  return [...inTerritory, { by: "lead", unitId: actor.unitId }, { by: "assisting", unitId: actor.unitId }];
}

type SeenParties = Omit<TaskParties, "overseerUnitId">;

/** Whether somebody sees this task. */
export function canSeeTask(actor: Asking, task: SeenParties): boolean {
  const ties = taskTies(actor);
  return ties === "all" || ties.some((tie) => isTied(task, tie));
}

function isTied(task: SeenParties, { by, unitId }: TaskTie): boolean {
  if (by === "assisting") return task.assistingUnitIds.includes(unitId);
  return (by === "street" ? task.streetId : task.leadUnitId) === unitId;
}

/** Posts that act for a unit which leads; a community only where its own street made it responsible. */
export const leadRoles: readonly Role[] = ["department", "street", "community"];

function leads(actor: Asking, task: TaskParties): boolean {
  return leadRoles.includes(actor.role) && actor.unitId === task.leadUnitId;
}

function verifies(actor: Asking, task: TaskParties): boolean {
  if (task.leadUnitId === task.streetId) return isOffice(actor);
  // What the meetings of the office resolved lies in no street's territory.
  return (actor.role === "street" || actor.role === "office") && actor.unitId === task.streetId;
}

function oversees(actor: Asking, task: TaskParties): boolean {
  if (task.overseerUnitId === null) return isOffice(actor);
  return (actor.role === "street" || actor.role === "office") && actor.unitId === task.overseerUnitId;
}

function isOffice(actor: Asking): boolean {
  return actor.role === "office";
}
