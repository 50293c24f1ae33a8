import type { Queries } from "~db/connect";
import { calendarDay } from "~db/schema";
import type { DeclaredDays } from "./holiday";

/** The days off and make-up working days that this district has entered, read anew wherever days are counted. */
export async function declaredDays(db: Queries): Promise<DeclaredDays> {
  const rows = await db.select().from(calendarDay);
  return new Map(rows.map(({ day, kind, holiday }) => [day, { kind, holiday }]));
}
