import { inArray } from "drizzle-orm";
import { calledSame, type NameFinder, type NameFinders } from "~/access/nameFinder.server";
import { calendarAddress, planAddress, takeoverAddress } from "~/address/plans";
import { takeover, yearPlan } from "~db/schema";
import { calendarYear } from "./calendarId";
import { mayTakeOver } from "./permission";

// A plan is booked under its year.
const plans: NameFinder = async (db, ids) => {
  const years = ids.filter((id) => /^\d{4}$/.test(id)).map(Number);
  if (years.length === 0) return [];
  const rows = await db.select({ year: yearPlan.year }).from(yearPlan).where(inArray(yearPlan.year, years));
  return rows.map(({ year }) => calledSame(String(year), String(year), planAddress(year)));
};

// The holidays of a year, which need no plan.
const calendars: NameFinder = async (_db, ids) =>
  ids.flatMap((id) => {
    const year = calendarYear(id);
    return year ? [calledSame(id, year, calendarAddress(year))] : [];
  });

// An earlier ledger that was taken over goes by its file, which the office alone knows.
const takeovers: NameFinder = async (db, ids, reader) => {
  if (!mayTakeOver(reader)) return [];
  const rows = await db
    .select({ id: takeover.id, fileName: takeover.fileName })
    .from(takeover)
    .where(inArray(takeover.id, ids));
  return rows.map(({ id, fileName }) => calledSame(id, fileName, takeoverAddress));
};

/** Plans and calendars, which every official may read, and what was taken over. */
export const planNames: NameFinders = { plan: plans, calendar: calendars, takeover: takeovers };
