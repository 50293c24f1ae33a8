import { z } from "zod";
import type { TaskAct } from "~/task/permission";
import { day, key, optionalWords, words } from "~/value/fields";

/** Most characters of what is said with an act, and of what is named as evidence. */
const longest = { text: 1_000, evidence: 500 } as const;

const text = () => words(longest.text);
const evidence = () => optionalWords(longest.evidence);

/** Words that may be left out, such as with an acknowledgement. */
export const noteForm = z.object({ text: optionalWords(longest.text) });

/** A report of what was done, with what shows it. */
export const progressForm = z.object({ text: text(), evidence: evidence() });

/** Words that must be given: what blocks a task, what is still wrong. */
export const reasonForm = z.object({ text: text() });

/** The lead unit's claim: what was done and the evidence for it. */
export const claimForm = z.object({ text: text(), evidence: words(longest.evidence) });

/**
 * The finding on the spot; `evidence` says what was seen and who was there. Whether a witness must be named, the task
 * knows.
 */
export const verifyForm = z.object({ text: text(), evidence: evidence(), witness: key().optional() });

/** A milestone reached. */
export const milestoneForm = z.object({
  milestoneId: key(),
  evidence: evidence(),
});

/** Suspension (挂账) with the day on which it is looked at again. */
export const suspendForm = z.object({ text: text(), reviewOn: day() });

/** A later due date is asked for. */
export const extensionForm = z.object({ text: text(), toDate: day() });

/** The office's answer to it. */
export const decisionForm = z.object({
  decision: z.enum(["granted", "refused"], { error: "error.required" }),
  text: text(),
});

/** The form of each act. */
export const actForms = {
  acknowledge: noteForm,
  progress: progressForm,
  finishMilestone: milestoneForm,
  claimHandled: claimForm,
  askExtension: extensionForm,
  block: reasonForm,
  unblock: noteForm,
  verifySolved: verifyForm,
  sendToRework: reasonForm,
  decideExtension: decisionForm,
  suspend: suspendForm,
  resume: noteForm,
  strikeOff: noteForm,
  confirmWitness: noteForm,
  denyWitness: reasonForm,
} satisfies Record<TaskAct, z.ZodType>;
