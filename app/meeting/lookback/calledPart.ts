import { contradictionOf, factsOf, type StatedTask } from "~/task/statement";
import { nextUnstated, type Step } from "./nextToState";

/**
 * How a task is taken at a look-back: called by itself; solved since the last time, read out and agreed; or due later with
 * its milestones kept, noted with all the others of that kind.
 */
export const calledParts = ["single", "solved", "later"] as const;
export type CalledPart = (typeof calledParts)[number];

/** What of a task decides how it is taken. */
export interface PartedTask extends StatedTask {
  /** Carried over more often than the rules allow. */
  escalated: boolean;
  /** Somebody asked that it be called by itself. */
  asked: boolean;
  statement: { saidAs: "called" | "noted" } | null;
}

/** Finds how a task is taken on `today`; what was noted, or stated by itself, stays where it was. */
export function partOf(task: PartedTask, today: string): CalledPart {
  if (task.state === "solved" || task.state === "struckOff") return "solved";
  if (task.statement) return task.statement.saidAs === "noted" ? "later" : "single";
  // What its unit has not acknowledged, claims or does again is asked about, whatever its date.
  const goesOn = task.state === "acknowledged" || task.state === "inProgress";
  const quiet = goesOn && !task.escalated && !task.asked && task.dueDate > today;
  return quiet && !contradictionOf("onTrack", factsOf(task, today)) ? "later" : "single";
}

/** A task on the walk, with when the hall was turned to it and when something was stated. */
export interface CalledStep extends Step {
  calledAt: string | null;
  statement: { at: string } | null;
}

/** The task that the hall is at: the one last turned to, else the one after the last that was stated. */
export function calledNow(steps: readonly CalledStep[]): string | undefined {
  const latest = (one: string, other: string) => (one < other ? 1 : -1);
  const turned = steps
    .filter(({ calledAt, statement }) => calledAt && (!statement || statement.at < calledAt))
    .sort((one, other) => latest(one.calledAt!, other.calledAt!))[0];
  if (turned) return turned.number;
  const stated = steps
    .filter(({ statement }) => statement)
    .sort((one, other) => latest(one.statement!.at, other.statement!.at))[0];
  return stated ? nextUnstated(steps, stated.number) : steps[0]?.number;
}
