import { inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { lawfulHoliday } from "~/calendar/lawfulHoliday";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { calendarId } from "~/plan/calendarId";
import { canPlan } from "~/plan/permission";
import { calendarDay } from "~db/schema";
import { type DeclareDaysInput, daysFrom } from "./calendarForm";

/**
 * Enters days off or make-up working days as they were announced; what was entered for these days before is replaced.
 * Refuses with `notAllowed`, and `lawfulHoliday` where a day that the law leaves off would be worked.
 */
export async function declareDays(
  actor: Actor,
  input: DeclareDaysInput,
  now: string,
): Promise<Result<{ year: string }>> {
  if (!canPlan(actor, "plan")) return refuse("notAllowed");
  const { kind, holiday, fromDay, toDay, documentNumber } = input;
  const days = daysFrom(fromDay, toDay);
  if (kind === "makeUp" && days.some(lawfulHoliday)) return refuse("lawfulHoliday", { field: "fromDay" });
  return change(actor, now, async (tx, book) => {
    const [replaced] = await tx.select().from(calendarDay).where(inArray(calendarDay.day, days));
    await tx.delete(calendarDay).where(inArray(calendarDay.day, days));
    await tx.insert(calendarDay).values(days.map((day) => ({ day, kind, holiday, documentNumber })));
    const year = fromDay.slice(0, 4);
    await book({
      verb: "plan.declareDays",
      subject: { kind: "calendar", id: calendarId(year) },
      before: replaced && {
        ...{ kind: replaced.kind, holiday: replaced.holiday, documentNumber: replaced.documentNumber },
      },
      after: { firstDay: fromDay, lastDay: toDay, kind, holiday, documentNumber },
    });
    return done({ year });
  });
}
