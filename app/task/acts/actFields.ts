import type { TaskAct } from "~/task/permission";

/** A field of an act's form; labels and hints are `task.field.<act>.<field>` … where an act has its own. */
export type ActField = "text" | "evidence" | "toDate" | "reviewOn" | "decision" | "milestoneId";

/** The fields of each act's form, in order. */
export const actFields: Record<TaskAct, readonly ActField[]> = {
  acknowledge: ["text"],
  progress: ["text", "evidence"],
  finishMilestone: ["milestoneId", "evidence"],
  claimHandled: ["text", "evidence"],
  askExtension: ["toDate", "text"],
  block: ["text"],
  unblock: ["text"],
  verifySolved: ["text", "evidence"],
  sendToRework: ["text"],
  decideExtension: ["decision", "text"],
  suspend: ["reviewOn", "text"],
  resume: ["text"],
  strikeOff: ["text"],
};
