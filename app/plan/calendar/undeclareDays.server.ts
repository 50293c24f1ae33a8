import { inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { calendarId } from "~/plan/calendarId";
import { canPlan } from "~/plan/permission";
import { calendarDay } from "~db/schema";
import { daysFrom, type UndeclareDaysInput } from "./calendarForm";

/** Takes days back that were entered by mistake. Refuses with `notAllowed`, and `notFound` where none was entered. */
export async function undeclareDays(
  actor: Actor,
  { fromDay, toDay }: UndeclareDaysInput,
  now: string,
): Promise<Result<{ year: string }>> {
  if (!canPlan(actor, "plan")) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const gone = await tx
      .delete(calendarDay)
      .where(inArray(calendarDay.day, daysFrom(fromDay, toDay).slice(0, 366)))
      .returning();
    const [first] = gone;
    if (!first) return refuse("notFound");
    const year = fromDay.slice(0, 4);
    const { kind, holiday, documentNumber } = first;
    await book({
      verb: "plan.undeclareDays",
      subject: { kind: "calendar", id: calendarId(year) },
      before: { firstDay: fromDay, lastDay: toDay, kind, holiday, documentNumber },
    });
    return done({ year });
  });
}
