import { type Actor, isDistrict, seesContents } from "~/access/actor";
import type { Role } from "~/access/role";
import { type DoerTie, isDoer, overseerOf, verifierOf } from "./doer";
import type { TaskState } from "./taskState";
import type { Witness } from "./witness";

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
  "confirmWitness",
  "denyWitness",
] as const;
export type TaskAct = (typeof taskActs)[number];

/** What a permission looks at: where the task lies, who leads it, who assists. */
export interface TaskParties {
  streetId: string;
  leadUnitId: string;
  assistingUnitIds: readonly string[];
  /** The unit whose series of meetings resolved it; null where the district did. */
  overseerUnitId: string | null;
  /** How the person who asks has a hand in doing it; null where they have none. */
  doerTie: DoerTie | null;
  /** Who was named as witness of its verification, where one was. */
  witness: Witness | null;
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

type Asking = Pick<Actor, "personId" | "role" | "unitId" | "streetId">;

/** What is judged or decided about a task: nobody does it to what they did themselves. */
export const judgingActs: readonly TaskAct[] = [
  "verifySolved",
  "sendToRework",
  "decideExtension",
  "suspend",
  "resume",
  "strikeOff",
];

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
  confirmWitness: isWitness,
  denyWitness: isWitness,
};

/**
 * Who may do what with a task they can see, whatever its state: the lead unit acknowledges, reports and
 * claims; the street in whose territory it lies verifies, and where that street itself leads, the office does. Extended, suspended and struck off it is by the office, or where the series of meetings of one unit resolved
 * it, by that unit, unless that one does it too. A witness says whether they were there.
 *
 * The doer never judges: compared are unit and person, so that a second post is no way around it. Source: the
 * separation of doing and checking that supervision rules for consultation days ask for (谁办理、谁不核查).
 */
export function canTask(actor: Asking, act: TaskAct, task: TaskParties): boolean {
  return party[act](actor, task) && !(judgingActs.includes(act) && isOneOfTheDoers(actor, task));
}

/** Whether only a hand of their own in it keeps somebody from an act that is their post's. */
export function isBarredAsDoer(actor: Asking, act: TaskAct, task: TaskParties): boolean {
  return party[act](actor, task) && !canTask(actor, act, task);
}

/** Whether somebody did a task or belongs to those who do, by person and by unit. */
export function isOneOfTheDoers(actor: Pick<Asking, "unitId">, task: TaskParties): boolean {
  return task.doerTie !== null || isDoer(actor.unitId, task);
}

/** What ties a unit, or a person who was named as witness, to a task they may see. */
export type TaskTie =
  | { by: "street" | "lead" | "assisting"; unitId: string }
  | { by: "witness"; personId: string };

/**
 * Who sees a task: the district all, a street and its communities those in its territory, a unit its own part, a
 * witness what they were named for, the administrator none.
 * The only home of that rule; pages ask it of one task, lists turn it into a condition.
 * @returns `all`, or the ties of which one is enough
 */
export function taskTies(actor: Asking): "all" | TaskTie[] {
  if (isDistrict(actor)) return "all";
  if (!seesContents(actor)) return [];
  const inTerritory: TaskTie[] = actor.streetId ? [{ by: "street", unitId: actor.streetId }] : [];
  const ties: TaskTie[] = [...inTerritory, { by: "witness", personId: actor.personId }];
  if (actor.role === "community") return ties;
  return [...ties, { by: "lead", unitId: actor.unitId }, { by: "assisting", unitId: actor.unitId }];
}

type SeenParties = Pick<TaskParties, "streetId" | "leadUnitId" | "assistingUnitIds"> & {
  /** Everybody who was ever named as witness of it. */
  witnessIds: readonly string[];
};

/** Whether somebody sees this task. */
export function canSeeTask(actor: Asking, task: SeenParties): boolean {
  const ties = taskTies(actor);
  return ties === "all" || ties.some((tie) => isTied(task, tie));
}

function isTied(task: SeenParties, tie: TaskTie): boolean {
  if (tie.by === "witness") return task.witnessIds.includes(tie.personId);
  const { by, unitId } = tie;
  if (by === "assisting") return task.assistingUnitIds.includes(unitId);
  return (by === "street" ? task.streetId : task.leadUnitId) === unitId;
}

/** A leader of the district steps in where the district's own tasks are concerned. */
export function canOrder(actor: Pick<Asking, "role">, task: Pick<TaskParties, "overseerUnitId">): boolean {
  return actor.role === "leader" && task.overseerUnitId === null;
}

/** What a leader orders is answered by the lead unit. */
export function canAnswerOrder(actor: Asking, task: TaskParties): boolean {
  return leads(actor, task);
}

/** Posts that act for a unit which leads; a community only where its own street made it responsible. */
export const leadRoles: readonly Role[] = ["department", "street", "community"];

function leads(actor: Asking, task: TaskParties): boolean {
  return leadRoles.includes(actor.role) && actor.unitId === task.leadUnitId;
}

function verifies(actor: Asking, task: TaskParties): boolean {
  return isFor(actor, verifierOf(task));
}

function oversees(actor: Asking, task: TaskParties): boolean {
  return isFor(actor, overseerOf(task));
}

/** Whether somebody acts for a unit that judges a task; the district office where it is nobody's else. */
function isFor(actor: Asking, unitId: string | null): boolean {
  if (unitId === null) return actor.role === "office";
  // What the meetings of the office resolved lies in no street's territory.
  return (actor.role === "street" || actor.role === "office") && actor.unitId === unitId;
}

function isWitness(actor: Asking, { witness }: TaskParties): boolean {
  return witness !== null && witness.personId === actor.personId;
}
