import { z } from "zod";
import { addDays, daysBetween } from "~/calendar/day";
import { declaredKinds, holidays } from "~/calendar/holiday";
import { day, line } from "~/value/fields";

/** Most days that are entered at once; no holiday is as long. */
const longestStretch = 31;

/** Days off, or make-up working days, as they were announced. */
export const declareDaysForm = z
  .object({
    kind: z.enum(declaredKinds, { error: "error.required" }),
    holiday: z.enum(holidays, { error: "error.required" }),
    fromDay: day(),
    toDay: day(),
    documentNumber: line(100),
  })
  .superRefine(({ fromDay, toDay }, context) => {
    const fault = (message: string) => context.addIssue({ code: "custom", path: ["toDay"], message });
    if (toDay < fromDay) fault("planning.error.endsBeforeItBegins");
    else if (daysBetween(fromDay, toDay) >= longestStretch) fault("planning.error.tooLong");
  });
export type DeclareDaysInput = z.output<typeof declareDaysForm>;

/** Days that are taken back. */
export const undeclareDaysForm = z.object({ fromDay: day(), toDay: day() });
export type UndeclareDaysInput = z.output<typeof undeclareDaysForm>;

/** Every day from one to another, both included. */
export function daysFrom(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => addDays(from, at));
}
