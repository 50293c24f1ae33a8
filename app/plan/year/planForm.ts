import { z } from "zod";
import { calendarBounds } from "~/calendar/day";
import { reason } from "~/plan/windowForm";
import { approver } from "~/rules/deviationRequest";
import { clockIfAny, day, key, keys, line, minutesIfAny, month, optionalLine, version } from "~/value/fields";

const documentNumber = () => line(100);

const year = () =>
  z
    .number({ error: "error.required" })
    .int({ error: "error.required" })
    .min(calendarBounds.firstYear, { error: "error.required" })
    .max(calendarBounds.lastYear, { error: "error.required" });

/** The years that a page is kept for. */
export const planYears = {
  holds: (year: number) => Number.isInteger(year) && year >= 2000 && year < 2200,
};

/** Most streets that join the host of a day. */
const mostStreets = 100;

/** Most characters of the name of a place. */
const longestPlace = 60;

const dayFields = z.object({
  month: month(),
  date: day(),
  hostStreetId: key(),
  chairPostId: key(),
  windowOpensOn: day(),
  windowClosesOn: day(),
  /** Why another street hosts than the rotation says. */
  swapReason: reason(),
});

type DayFields = z.output<typeof dayFields>;

// What one row of the plan must keep to within itself; the rotation is checked against all the others.
function checkDay(day: DayFields & { leftOut?: "yes" }, context: z.RefinementCtx): void {
  if (day.leftOut) return;
  const fault = (field: keyof DayFields, message: string) =>
    context.addIssue({ code: "custom", path: [field], message });
  if (!day.date.startsWith(day.month)) fault("date", "plan.error.otherMonth");
  if (day.windowClosesOn < day.windowOpensOn) fault("windowClosesOn", "plan.error.closesBeforeItOpens");
  if (day.windowClosesOn >= day.date) fault("windowClosesOn", "plan.error.closesAfterTheDay");
}

/** Time of day and place, which no plan has to say. */
const whereAndWhen = { startsAt: clockIfAny(), place: optionalLine(longestPlace) };

/** A month that no day is to be held in, or not yet. */
const leftOut = z.literal("yes").optional();

/** One month of a plan. */
export const planDayForm = dayFields.extend({ ...whereAndWhen, leftOut }).superRefine(checkDay);
export type PlanDayInput = z.input<typeof planDayForm>;

/** A year, as created from the proposal. */
export const createPlanForm = z
  .object({
    year: year(),
    documentNumber: documentNumber().optional(),
    days: z.array(planDayForm).min(1, { error: "error.required" }).max(12),
  })
  .superRefine(({ year, days }, context) => {
    if (days.length > 0 && days.every(({ leftOut }) => leftOut))
      context.addIssue({
        code: "custom",
        path: ["days", 0, "leftOut"],
        message: "planning.error.allLeftOut",
      });
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
    joiningStreetIds: keys(mostStreets).optional(),
    reason: reason(),
    approver: approver(),
    /** Of the day as it was shown; left out, the present one. */
    version: z.number().int().optional(),
  })
  .superRefine(checkDay);
export type EditPlanDayInput = z.input<typeof editPlanDayForm>;

/** At what time and where a day is held. */
export const placeDayForm = z.object({
  ...whereAndWhen,
  /** How long it is to last; left out, as the rules say. */
  plannedMinutes: minutesIfAny(),
  /** Of the day as it was shown. */
  version: version(),
});
export type PlaceDayInput = z.output<typeof placeDayForm> & { month: string };

/** Adoption of a year's plan. */
export const adoptPlanForm = z.object({
  year: year(),
  documentNumber: documentNumber(),
  /** Needed when a day of the plan lies on a day off. */
  reason: reason(),
  approver: approver(),
});
export type AdoptPlanInput = z.input<typeof adoptPlanForm>;
