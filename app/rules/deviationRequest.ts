import { z } from "zod";
import { addDays, dayOf } from "~/calendar/day";
import { key, optionalWords } from "~/value/fields";
import type { RuleSet } from "./ruleSet";

/** The acts that may depart from the plan or the rules, and then need an approval first. */
export const occasions = [
  "openWindow",
  "closeWindow",
  "reopenWindow",
  "publishAgenda",
  "openSession",
  "reopenSession",
  "changeDay",
  "adoptPlan",
  "swapHosts",
  "postponeDay",
  "cancelDay",
] as const;
export type Occasion = (typeof occasions)[number];

/** How a request stands: `used` once the act was done by it, `replaced` by a later one for the same act. */
export const requestStates = ["waiting", "confirmed", "refused", "used", "replaced"] as const;
export type RequestState = (typeof requestStates)[number];

type Answers = Pick<RuleSet, "answers">;

/** The last day on which a request, or an approval that was not used, holds by the rules. */
export function holdsUntil(askedAt: string, { answers }: Answers): string {
  return addDays(dayOf(askedAt), answers.approveDeviation);
}

/** Whether a request, or an approval that was not used, holds no longer. */
export function isLapsed(askedAt: string, now: string, rules: Answers): boolean {
  return dayOf(now) > holdsUntil(askedAt, rules);
}

const longestAnswer = 500;

/** Whom somebody names to approve: the holding of a post. */
export const approver = () => key().optional();

/** The answer of the person who was named; a refusal says why. */
export const answerForm = z
  .object({
    decision: z.enum(["confirmed", "refused"], { error: "error.required" }),
    text: optionalWords(longestAnswer),
  })
  .superRefine((form, context) => {
    if (form.decision === "refused" && form.text === "")
      context.addIssue({ code: "custom", path: ["text"], message: "error.required" });
  });
