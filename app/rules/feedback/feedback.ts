import { z } from "zod";
import { key, optionalLine, optionalWords, version, words } from "~/value/fields";
import { ruleGroups, rulesIn } from "../ruleGroups";
import { ruleListNames } from "../ruleLists";
import { usualRules } from "../ruleSet";

/** What becomes of what somebody says about a rule. */
export const feedbackDecisions = ["takenUp", "notTakenUp"] as const;
export type FeedbackDecision = (typeof feedbackDecisions)[number];

/** The paths of the rules that something can be said about: each number, and each list as a whole. */
export const rulePaths: readonly string[] = [
  ...ruleGroups.flatMap((group) => rulesIn(usualRules, group).map(({ key }) => `${group}.${key}`)),
  ...ruleListNames.map((list) => `lists.${list}`),
];

/** The form with which somebody says where a rule hurts: which, what happened, and where. */
export const feedbackForm = z.object({
  rule: z.enum(rulePaths as [string, ...string[]], { error: "error.required" }),
  text: words(1000),
  about: optionalLine(64),
});

const answer = z.object({
  feedbackId: key(),
  decision: z.enum(feedbackDecisions, { error: "error.required" }).optional(),
  text: optionalWords(500),
});

/** What a proposal answers; what has no decision yet is left out. */
export const answersForm = z.object({
  version: version(),
  answers: z
    .array(answer)
    .max(200)
    .default([])
    .superRefine((answers, context) => {
      answers.forEach(({ decision, text }, at) => {
        if (decision && text === "")
          context.addIssue({ code: "custom", path: [at, "text"], message: "error.required" });
      });
    }),
});
