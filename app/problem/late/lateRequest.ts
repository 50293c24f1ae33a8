import { z } from "zod";
import { addProblemForm } from "~/problem/problemForm";
import { key, month, optionalWords, words } from "~/value/fields";

/** What became of a street's request to send one problem after the window has closed. */
export const lateStates = ["waiting", "granted", "refused", "withdrawn"] as const;
export type LateState = (typeof lateStates)[number];

/** Most characters of a reason. */
export const longestReason = 500;

/** Why a problem comes late. */
const lateForm = z.object({ reason: words(longestReason) });

/** A problem that is written already, and for which month's day it is asked for. */
export const askLateForm = lateForm.extend({ month: month() });

/** A problem that is written and asked for in one act. */
export const newLateForm = addProblemForm.safeExtend(lateForm.shape);

/** The office's answer; a refusal says why. */
export const answerLateForm = z
  .object({
    id: key(),
    decision: z.enum(["granted", "refused"], { error: "error.required" }),
    text: optionalWords(longestReason),
  })
  .superRefine(({ decision, text }, context) => {
    if (decision === "refused" && text === "")
      context.addIssue({ code: "custom", path: ["text"], message: "error.required" });
  });

/** The request that is taken back. */
export const withdrawLateForm = z.object({ id: key() });

/** True while a street may ask and the office may answer: from the end of the window until the agenda is begun. */
export function takesLate(stage: string): boolean {
  return stage === "screening";
}
