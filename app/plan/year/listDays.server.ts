import { desc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { nameOfUnit } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { canPlan } from "~/plan/permission";
import type { Stage } from "~/plan/stage";
import { read } from "~db/read";
import { consultationDay, minutes, unit } from "~db/schema";
import type { UnitRef } from "./showPlan.server";

/** A day among the others of its year. */
export interface DayListed {
  month: string;
  date: string;
  stage: Stage;
  host: UnitRef;
  /** Number of its minutes within the year, once issued. */
  minutesNumber: number | null;
}

/** The days of one year, the newest first, and every year that has days. */
export async function listDays(
  actor: Actor,
  input: { year: number },
): Promise<Result<{ days: DayListed[]; years: number[] }>> {
  if (!canPlan(actor, "see")) return refuse("notFound");
  return read(async (db) => {
    const rows = await db
      .select({ day: consultationDay, host: unit, number: minutes.number })
      .from(consultationDay)
      .innerJoin(unit, eq(unit.id, consultationDay.hostStreetId))
      .leftJoin(minutes, eq(minutes.dayId, consultationDay.id))
      .where(eq(consultationDay.year, input.year))
      .orderBy(desc(consultationDay.month), desc(minutes.epoch));
    const years = await db
      .selectDistinct({ year: consultationDay.year })
      .from(consultationDay)
      .orderBy(desc(consultationDay.year));
    const newest = rows.filter((row, at) => rows.findIndex((other) => other.day.id === row.day.id) === at);
    return done({
      days: newest.map(({ day, host, number }) => ({
        month: day.month,
        date: day.date,
        stage: day.stage,
        host: { slug: host.slug, name: nameOfUnit(host) },
        minutesNumber: number,
      })),
      years: years.map((row) => row.year),
    });
  });
}
