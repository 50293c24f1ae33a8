import { z } from "zod";
import { dayOf, isDay, isInstant } from "~/calendar/day";
import { ruleCode } from "~/rules/ruleLists";
import { spotIfAny } from "~/unit/sketch/sketch";
import {
  countIfAny,
  dayIfAny,
  key,
  keys,
  line,
  optionalKey,
  optionalLine,
  optionalWords,
  version,
} from "~/value/fields";
import { powersLacking, problemSources, wordedSources } from "./problem";

/** Longest texts, in characters. Words that residents filed can be long; those of officials need not. */
export const limits = {
  title: 100,
  // As much as a cell of a spreadsheet holds.
  originalWording: 32_767,
  summary: 2_000,
  place: 200,
  legalBasis: 500,
  coordination: 1_000,
  question: 500,
} as const;

/** As many households as a district can have. */
export const mostHouseholds = 999_999;

/** How many households a problem affects. */
export const households = () => countIfAny(mostHouseholds, "problem.error.households");

const unitId = optionalKey().nullable();

/** What may change as long as the list may; the original wording is not among it. */
export const editProblemForm = z.object({
  title: line(limits.title),
  summary: optionalWords(limits.summary),
  problemClass: ruleCode(),
  place: optionalLine(limits.place),
  communityId: unitId,
  seesUnitId: unitId,
  powerUnitId: unitId,
  powerLacking: z.enum(powersLacking).default("none"),
  legalBasis: optionalWords(limits.legalBasis),
  coordination: optionalWords(limits.coordination),
  question: optionalWords(limits.question),
  concernedUnitIds: keys(20).default([]),
  /** The item of a duty list that it falls under. */
  dutyItemId: unitId,
  households: households(),
  /** The day by which those who are affected want it done. */
  wishOn: dayIfAny(),
  /** Where it is on the street's sketch. */
  spot: spotIfAny(),
});

/** The same from the drawer of a list: which problem, and its version as it was shown. */
export const editListedForm = editProblemForm.extend({
  number: key(),
  version: version(),
});

const newFields = editProblemForm.extend({
  originalWording: optionalWords(limits.originalWording),
  source: z.enum(problemSources, { error: "error.required" }).default("resident"),
  raisedAt: z
    .string()
    .trim()
    .refine((text) => isDay(text) || isInstant(text), { error: "error.date" })
    .optional(),
});

/** A new problem: also where it was heard, in which words, and when (a day or an instant). */
export const addProblemForm = newFields.superRefine((form, context) => {
  if (wordedSources.includes(form.source) && form.originalWording === "")
    context.addIssue({ code: "custom", path: ["originalWording"], message: "error.required" });
});

/** A new problem of which a name or the words are there: the rest is asked for before its list is submitted. */
export const draftProblemForm = newFields
  .extend({ title: optionalLine(limits.title) })
  .refine((form) => form.title !== "" || form.originalWording !== "", {
    error: "error.required",
    path: ["title"],
  });

/** What a caller gives to add a problem; what is left out gets its default. */
export type ProblemInput = z.input<typeof addProblemForm>;

/** The same, checked. */
export type NewProblem = z.output<typeof addProblemForm>;

/** What a caller gives to change one. */
export type ProblemChange = Partial<z.input<typeof editProblemForm>>;

/** What a form that shows every field says: what is not said in it is to be nothing, not left as it was. */
export function wholeEdit(form: z.output<typeof editProblemForm>): z.output<typeof editProblemForm> {
  const { communityId = null, seesUnitId = null, powerUnitId = null, dutyItemId = null } = form;
  const { households = null, wishOn = null, spot = null } = form;
  return { ...form, communityId, seesUnitId, powerUnitId, dutyItemId, households, wishOn, spot };
}

/** The day given with a problem that cannot be, by its refusal: heard after today, or wished for before it. */
export function badDay(
  given: { raisedAt?: string; wishOn?: string | null },
  now: string,
): { code: "raisedAhead" | "wishPassed"; field: string } | undefined {
  const today = dayOf(now);
  if (given.raisedAt && dayOf(given.raisedAt) > today) return { code: "raisedAhead", field: "raisedAt" };
  if (given.wishOn && given.wishOn < today) return { code: "wishPassed", field: "wishOn" };
  return undefined;
}
