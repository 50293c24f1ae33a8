import { dayOf } from "~/calendar/day";
import { isOverdue } from "./dueColour";
import { isOpen, type TaskState } from "./taskState";

/** What is stated about an open task when the next day calls last time's list. */
export const statements = ["done", "onTrack", "delayed", "stuck"] as const;
export type Statement = (typeof statements)[number];

/** How a statement came about: the task was called, or noted with all that are due later. */
export const waysOfSaying = ["called", "noted"] as const;
export type WayOfSaying = (typeof waysOfSaying)[number];

/** What is known of a task that a statement can contradict; each is the code of the refusal that says so. */
export const statementFacts = [
  /** The lead unit has not claimed it. */
  "saidNotHandled",
  /** Claimed, and not verified. */
  "saidNotVerified",
  /** Verified: nothing else than done is true of it. */
  "saidSolved",
  "saidSuspended",
  "saidBlocked",
  "saidOverdue",
  /** Claimed, and after its due date. */
  "saidHandledLate",
  /** A milestone is past and was not reached. */
  "saidMilestoneLate",
] as const;
export type StatementFact = (typeof statementFacts)[number];

/** What of a task can contradict a statement. */
export interface StatedTask {
  state: TaskState;
  dueDate: string;
  reviewOn: string | null;
  blocked: string;
  handledAt: string | null;
  milestones: readonly { due: string; doneAt: string | null }[];
}

/** Finds all that is known of a task on `today` and speaks against some statement. */
export function factsOf(task: StatedTask, today: string): StatementFact[] {
  const open = isOpen(task.state);
  const handled = task.state === "handled";
  const known: Record<StatementFact, boolean> = {
    saidNotHandled: open && !handled,
    saidNotVerified: handled,
    saidSolved: !open,
    saidSuspended: task.state === "suspended",
    saidBlocked: open && task.blocked !== "",
    saidOverdue: isOverdue(task, today),
    saidHandledLate: handled && task.handledAt !== null && dayOf(task.handledAt) > task.dueDate,
    saidMilestoneLate: open && !handled && task.milestones.some((one) => !one.doneAt && one.due < today),
  };
  return statementFacts.filter((fact) => known[fact]);
}

/** Which facts contradict each statement, the weightiest first. */
const contradicted: Record<Statement, readonly StatementFact[]> = {
  done: ["saidNotVerified", "saidNotHandled"],
  onTrack: [
    "saidSolved",
    "saidSuspended",
    "saidBlocked",
    "saidOverdue",
    "saidHandledLate",
    "saidMilestoneLate",
  ],
  delayed: ["saidSolved"],
  stuck: ["saidSolved"],
};

/** The fact that a statement contradicts; undefined where it may be said. */
export function contradictionOf(
  statement: Statement,
  facts: readonly StatementFact[],
): StatementFact | undefined {
  return contradicted[statement].find((fact) => facts.includes(fact));
}

/** True when a task was called and not done more often than the rules allow. */
export function isEscalated(timesCarriedOver: number, limit: number): boolean {
  return timesCarriedOver > limit;
}
