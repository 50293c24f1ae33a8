import { z } from "zod";
import { isoDay, reason } from "~/plan/windowForm";

const documentNumber = () =>
  z.string({ error: "error.required" }).trim().max(100, { error: "error.tooLong" });

const dayFields = z.object({
  month: z
    .string({ error: "error.required" })
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: "plan.error.notADay" }),
  date: isoDay(),
  hostStreetId: z.string({ error: "error.required" }),
  chairPostId: z.string({ error: "error.required" }),
  windowOpensOn: isoDay(),
  windowClosesOn: isoDay(),
  /** Why another street hosts than the rotation says. */
  swapReason: reason(),
});

type DayFields = z.output<typeof dayFields>;

// What one row of the plan must keep to within itself; the rotation is checked against all the others.
function checkDay(day: DayFields, context: z.RefinementCtx): void {
  const fault = (field: keyof DayFields, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  if (!day.date.startsWith(day.month)) fault("date", "plan.error.otherMonth");
  if (day.windowClosesOn < day.windowOpensOn) fault("windowClosesOn", "plan.error.closesBeforeItOpens");
  if (day.windowClosesOn >= day.date) fault("windowClosesOn", "plan.error.closesAfterTheDay");
}

/** One month of a plan. */
export const planDayForm = dayFields.superRefine(checkDay);
export type PlanDayInput = z.input<typeof planDayForm>;

/** A year, as created from the proposal. */
export const createPlanForm = z
  .object({
    year: z.number({ error: "error.required" }).int().min(2000).max(2200),
    documentNumber: documentNumber().optional(),
    days: z.array(planDayForm).min(1, { error: "error.required" }).max(12),
  })
  .superRefine(({ year, days }, context) => {
    days.forEach((day, at) => {
      const fault = (message: string) =>
        context.addIssue({ code: "custom", path: ["days", at, "date"], message });
      if (!day.month.startsWith(String(year))) fault("plan.error.otherMonth");
      if (days.findIndex((other) => other.month === day.month) < at) fault("plan.error.monthTwice");
    });
  });
export type CreatePlanInput = z.input<typeof createPlanForm>;

/** A change to one day; after the plan's adoption a reason is needed. */
export const editPlanDayForm = dayFields
  .extend({
    joiningStreetIds: z.array(z.string()).optional(),
    reason: reason(),
    /** Of the day as it was shown; left out, the present one. */
    version: z.number().int().optional(),
  })
  .superRefine(checkDay);
export type EditPlanDayInput = z.input<typeof editPlanDayForm>;

/** Adoption of a year's plan. */
export const adoptPlanForm = z.object({
  year: z.number({ error: "error.required" }).int(),
  documentNumber: documentNumber(),
  /** Needed when a day of the plan lies on a day off. */
  reason: reason(),
});
export type AdoptPlanInput = z.input<typeof adoptPlanForm>;
