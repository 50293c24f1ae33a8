import { z } from "zod";
import type { TaskAct } from "~/task/permission";

const words = (most = 1000) =>
  z
    .string({ error: "error.required" })
    .trim()
    .min(1, { error: "error.required" })
    .max(most, { error: "error.tooLong" });
const note = (most = 1000) => z.string().trim().max(most, { error: "error.tooLong" }).default("");
const day = () =>
  z
    .string({ error: "error.required" })
    .refine((text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)), {
      error: "task.error.day",
    });

/** Words that may be left out, such as with an acknowledgement. */
export const noteForm = z.object({ text: note() });

/** A report of what was done, with what shows it. */
export const progressForm = z.object({ text: words(), evidence: note(500) });

/** Words that must be given: what blocks a task, what is still wrong. */
export const reasonForm = z.object({ text: words() });

/** The lead unit's claim: what was done and the evidence for it. */
export const claimForm = z.object({ text: words(), evidence: words(500) });

/** The street's finding on the spot; `evidence` says what was seen and who was there. */
export const verifyForm = z.object({ text: words(), evidence: note(500) });

/** A milestone reached. */
export const milestoneForm = z.object({
  milestoneId: z.string({ error: "error.required" }),
  evidence: note(500),
});

/** Suspension (挂账) with the day on which it is looked at again. */
export const suspendForm = z.object({ text: words(), reviewOn: day() });

/** A later due date is asked for. */
export const extensionForm = z.object({ text: words(), toDate: day() });

/** The office's answer to it. */
export const decisionForm = z.object({
  decision: z.enum(["granted", "refused"], { error: "error.required" }),
  text: words(),
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
} satisfies Record<TaskAct, z.ZodType>;
