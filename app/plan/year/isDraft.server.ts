import { and, eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { yearPlan } from "~db/schema";

/** Whether the plan of a year is not adopted yet: then its days concern nobody but the office. */
export async function isDraft(db: Queries, year: number): Promise<boolean> {
  const [draft] = await db
    .select({ year: yearPlan.year })
    .from(yearPlan)
    .where(and(eq(yearPlan.year, year), eq(yearPlan.state, "draft")));
  return draft !== undefined;
}
