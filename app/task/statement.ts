import { z } from "zod";
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

/** The statement on one task; what holds it up must be said in words. */
export const lookBackForm = z
  .object({
    number: z.string({ error: "error.required" }),
    statement: z.enum(statements, { error: "error.required" }),
    text: z.string().trim().max(1000, { error: "error.tooLong" }).default(""),
  })
  .superRefine((form, context) => {
    if ((form.statement === "delayed" || form.statement === "stuck") && form.text === "")
      context.addIssue({ code: "custom", path: ["text"], message: "task.error.sayWhy" });
  });
