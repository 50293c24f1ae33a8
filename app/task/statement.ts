import type { TaskState } from "./taskState";

/** What is stated about an open task when the next day calls last time's list. */
export const statements = ["done", "onTrack", "delayed", "stuck"] as const;
export type Statement = (typeof statements)[number];

/**
 * The statements possible for a task: done is a fact that its street has verified, so it is the only one
 * for a solved task and not possible for any other, whatever its unit claims.
 */
export function possibleStatements(state: TaskState): readonly Statement[] {
  return statements.filter((statement) => (statement === "done") === (state === "solved"));
}

/** True when a task was called and not done more often than the rules allow. */
export function isEscalated(timesCarriedOver: number, limit: number): boolean {
  return timesCarriedOver > limit;
}
