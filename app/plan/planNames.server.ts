import { inArray } from "drizzle-orm";
import { calledSame, type NameFinder, type NameFinders } from "~/access/nameFinder.server";
import { calendarAddress, planAddress } from "~/address/plans";
import { yearPlan } from "~db/schema";
import { calendarYear } from "./calendarId";

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

/** Plans and calendars, which every official may read. */
export const planNames: NameFinders = { plan: plans, calendar: calendars };
