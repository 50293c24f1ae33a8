import { inArray } from "drizzle-orm";
import { calledSame, type NameFinder, type NameFinders } from "~/access/nameFinder.server";
import { monthInBoth } from "~/calendar/writtenMonth";
import { consultationDay, yearPlan } from "~db/schema";

const days: NameFinder = async (db, ids) => {
  const rows = await db.select().from(consultationDay).where(inArray(consultationDay.id, ids));
  return rows.map(({ id, month }) => ({ id, ...monthInBoth(month), to: `/desk/days/${month}` }));
};

// A plan is booked under its year.
const plans: NameFinder = async (db, ids) => {
  const years = ids.filter((id) => /^\d{4}$/.test(id)).map(Number);
  if (years.length === 0) return [];
  const rows = await db.select({ year: yearPlan.year }).from(yearPlan).where(inArray(yearPlan.year, years));
  return rows.map(({ year }) => calledSame(String(year), String(year), `/desk/plan/${year}`));
};

/** Plans and their days, which every official may read. */
export const planNames: NameFinders = { day: days, plan: plans };
