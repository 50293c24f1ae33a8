import { desc, eq } from "drizzle-orm";
import { type Actor, seesContents } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import type { Stage } from "~/meeting/kind/stage";
import { canPlan } from "~/plan/permission";
import { dayColumns } from "~/problem/consultationDay.server";
import { type UnitRef, unitRef } from "~/unit/unitRef";
import { read } from "~db/read";
import { consultationDay, meeting, minutes, unit } from "~db/schema";

/** A day among the others of its year. */
export interface DayListed {
  month: string;
  date: string;
  stage: Stage;
  host: UnitRef;
  /** Number of its minutes within the year, once issued. */
  minutesNumber: number | null;
}

/** The days of a year, and every year that has some. */
export interface DaysListed {
  days: DayListed[];
  years: number[];
  /** The reader may open the minutes. */
  opensMinutes: boolean;
}

/** The days of one year, the newest first, and every year that has days. */
export async function listDays(actor: Actor, input: { year: number }): Promise<Result<DaysListed>> {
  if (!canPlan(actor, "see")) return refuse("notFound");
  return read(async (db) => {
    const rows = await db
      .select({ day: dayColumns, host: unit, number: minutes.number })
      .from(consultationDay)
      .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
      .innerJoin(unit, eq(unit.id, meeting.hostUnitId))
      .leftJoin(minutes, eq(minutes.meetingId, meeting.id))
      .where(eq(consultationDay.year, input.year))
      .orderBy(desc(meeting.slug), desc(minutes.epoch));
    const years = await db
      .selectDistinct({ year: consultationDay.year })
      .from(consultationDay)
      .innerJoin(meeting, eq(meeting.id, consultationDay.meetingId))
      .orderBy(desc(consultationDay.year));
    const newest = rows.filter((row, at) => rows.findIndex((other) => other.day.id === row.day.id) === at);
    return done({
      days: newest.map(({ day, host, number }) => ({
        month: day.month,
        date: day.date,
        stage: day.stage,
        host: unitRef(host),
        minutesNumber: number,
      })),
      years: years.map((row) => row.year),
      opensMinutes: seesContents(actor),
    });
  });
}
