import { desc, eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { minutes } from "~db/schema";

/** Minutes as issued. */
export type MinutesRow = typeof minutes.$inferSelect;

/** The minutes of a day that are in force: the last issued; undefined while there are none. */
export async function findMinutes(db: Queries, meetingId: string): Promise<MinutesRow | undefined> {
  const [row] = await allMinutes(db, meetingId);
  return row;
}

/** All minutes of a day, those in force first, then what each has replaced. */
export async function allMinutes(db: Queries, meetingId: string): Promise<MinutesRow[]> {
  return db.select().from(minutes).where(eq(minutes.meetingId, meetingId)).orderBy(desc(minutes.epoch));
}

/** Minutes as they are cited. */
export interface Issued {
  id: string;
  year: number;
  number: number;
}
