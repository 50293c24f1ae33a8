import { z } from "zod";
import type { ListingState } from "~/problem/listing";
import { ruleCode } from "~/rules/ruleLists";
import { key, optionalKey, versionIfAny, wordsIfAny } from "~/value/fields";

/** What the office decides about a listing; `undecided` takes a decision back while screening goes on. */
export const decisions = ["admitted", "refused", "deferred", "merged", "solvedBefore", "undecided"] as const;
export type Decision = (typeof decisions)[number];

/** States that a decision can be taken in; a decision may be changed for another as long as screening goes on. */
export const decidableStates: readonly ListingState[] = [
  "submitted",
  "admitted",
  "refused",
  "deferred",
  "merged",
  "solvedBefore",
];

/** States of a listing about which the office has decided. */
export const decidedStates: readonly ListingState[] = decidableStates.filter(
  (state) => state !== "submitted",
);

/** Decisions that must be explained to whoever raised the problem. */
const explained: readonly Decision[] = ["refused", "deferred", "solvedBefore"];

/** The form of a decision. `text` explains it; `sameAs` is the listing that carries a merged one. */
export const decisionForm = z
  .object({
    listingId: key(),
    decision: z.enum(decisions, { error: "error.required" }),
    /** Of a refusal: why, by a code of the rules. */
    code: ruleCode().optional(),
    text: wordsIfAny(500),
    sameAs: optionalKey(),
    /** Of the listing as it was shown. */
    version: versionIfAny(),
  })
  .superRefine((form, context) => {
    const missing = (path: string) =>
      context.addIssue({ code: "custom", path: [path], message: "error.required" });
    if (form.decision === "refused" && !form.code) missing("code");
    if (form.decision === "merged" && !form.sameAs) missing("sameAs");
    if (explained.includes(form.decision) && !form.text) missing("text");
  });
export type DecisionInput = z.infer<typeof decisionForm>;
