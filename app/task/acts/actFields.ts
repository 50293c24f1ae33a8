import type { TaskAct } from "~/task/permission";

/** A field of an act's form; labels and hints are `task.field.<act>.<field>` … where an act has its own. */
export type ActField = "text" | "evidence" | "toDate" | "reviewOn" | "decision" | "milestoneId" | "witness";

/** The fields of each act's form, in order. */
export const actFields = {
  acknowledge: ["text"],
  progress: ["text", "evidence"],
  finishMilestone: ["milestoneId", "evidence"],
  claimHandled: ["text", "evidence"],
  askExtension: ["toDate", "text"],
  block: ["text"],
  unblock: ["text"],
  verifySolved: ["text", "evidence", "witness"],
  sendToRework: ["text"],
  decideExtension: ["decision", "text"],
  suspend: ["reviewOn", "text"],
  resume: ["text"],
  strikeOff: ["text"],
  confirmWitness: ["text"],
  denyWitness: ["text"],
} as const satisfies Record<TaskAct, readonly ActField[]>;

// Every field of every act has its own texts: this does not compile when one lacks them.
type FieldText<Part extends string> = {
  [Act in TaskAct]: `task.field.${Act}.${(typeof actFields)[Act][number]}.${Part}`;
}[TaskAct];

/** Gives the key of a field's label or hint in the form of an act that has this field. */
export function fieldText<Part extends "label" | "hint">(act: TaskAct, field: ActField, part: Part) {
  return `task.field.${act}.${field}.${part}` as FieldText<Part>;
}
