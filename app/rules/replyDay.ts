import type { DeclaredDays } from "~/calendar/holiday";
import { workingDaysBefore } from "~/calendar/workingDay";
import type { RuleSet } from "./ruleSet";

/** The day by which the units called to a meeting say who comes. */
export function replyDay(date: string, { agenda }: Pick<RuleSet, "agenda">, declared: DeclaredDays): string {
  return workingDaysBefore(date, agenda.peopleNamedWorkingDaysBefore, declared);
}
