import { eq, like } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { declaredDays } from "~/calendar/declaredDays.server";
import { type DayKind, dayKind, isKnownYear } from "~/calendar/workingDay";
import { done, type Result, refuse } from "~/ledger/result";
import { canPlan } from "~/plan/permission";
import { planYears } from "~/plan/year/planForm";
import { selectDays } from "~/problem/consultationDay.server";
import { read } from "~db/read";
import { calendarDay, consultationDay } from "~db/schema";
import { type CalendarStretch, yearCalendar } from "./yearCalendar";

/** The page of a year's holidays. */
export interface CalendarPage {
  year: number;
  now: string;
  /** Whether the arrangement came with the program, was entered here, or is not known. */
  state: "known" | "entered" | "open";
  rows: (CalendarStretch & { documentNumber: string })[];
  /** Consultation days that are planned on a day off. */
  daysOff: { month: string; date: string; kind: DayKind }[];
  can: { declare: boolean };
}

/** The days off and make-up days of a year; `notFound` for what is not a year. */
export async function showCalendar(actor: Actor, year: number, now: string): Promise<Result<CalendarPage>> {
  if (!planYears.holds(year) || !canPlan(actor, "see")) return refuse("notFound");
  return read(async (db) => {
    const declared = await declaredDays(db);
    const entered = await db
      .select()
      .from(calendarDay)
      .where(like(calendarDay.day, `${year}-%`));
    const documents = new Map(entered.map((row) => [row.day, row.documentNumber]));
    const planned = await selectDays(db).where(eq(consultationDay.year, year));
    return done({
      year,
      now,
      state: isKnownYear(String(year)) ? "known" : entered.length > 0 ? "entered" : "open",
      rows: yearCalendar(year, declared).map((row) => ({
        ...row,
        documentNumber: row.source === "declared" ? (documents.get(row.from) ?? "") : "",
      })),
      daysOff: planned
        .map(({ month, date }) => ({ month, date, kind: dayKind(date, declared) }))
        .filter(({ kind }) => !kind.working)
        .toSorted((a, b) => a.date.localeCompare(b.date)),
      can: { declare: canPlan(actor, "plan") },
    });
  });
}
