import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { canScreen } from "~/problem/permission";
import { read } from "~db/read";
import { meeting } from "~db/schema";

/** Whether somebody may know of the screening for a month at all: true, or null as for what is not there. */
export async function meetsScreening(actor: Actor, { month }: { month: string }): Promise<true | null> {
  if (!canScreen(actor, "see")) return null;
  return read(async (db) => {
    const [day] = await db.select({ id: meeting.id }).from(meeting).where(eq(meeting.slug, month));
    return day ? true : null;
  });
}
