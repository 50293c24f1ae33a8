import { z } from "zod";
import { ruleCode } from "~/rules/ruleLists";
import { dutyLists } from "~/unit/dutyList";
import { keys, line, optionalKey, optionalLine, optionalWords, versionIfAny } from "~/value/fields";

/** Longest texts of an item, in characters, and the highest number. */
export const dutyLimits = { matter: 200, basis: 300, places: 300, does: 1_000, number: 99_999 } as const;

/** An item of a duty list, as a form or a row of a file says it. */
export const dutyForm = z
  .object({
    list: z.enum(dutyLists, { error: "error.required" }),
    number: z.coerce
      .number({ error: "error.required" })
      .int({ error: "duty.error.number" })
      .min(1, { error: "duty.error.number" })
      .max(dutyLimits.number, { error: "duty.error.number" }),
    matter: line(dutyLimits.matter),
    problemClass: ruleCode(),
    unitId: optionalKey(),
    assistingUnitIds: keys(20).default([]),
    basis: optionalLine(dutyLimits.basis),
    places: optionalLine(dutyLimits.places),
    departmentDoes: optionalWords(dutyLimits.does),
    streetDoes: optionalWords(dutyLimits.does),
  })
  .superRefine(({ list, unitId }, context) => {
    // Only what is basic is done by each street itself.
    if (list !== "basic" && !unitId)
      context.addIssue({ code: "custom", path: ["unitId"], message: "error.required" });
  });
export type DutyValues = z.output<typeof dutyForm>;

/** The same with the version that was shown, for an item that is there. */
export const editDutyForm = dutyForm.safeExtend({ version: versionIfAny() });
