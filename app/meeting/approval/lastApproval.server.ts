import { desc, eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { agendaApproval } from "~db/schema";

/** The agenda of a meeting that was last laid before its chair, or approved by them; undefined before the first. */
export async function lastApproval(db: Queries, meetingId: string) {
  const [last] = await db
    .select()
    .from(agendaApproval)
    .where(eq(agendaApproval.meetingId, meetingId))
    .orderBy(desc(agendaApproval.id))
    .limit(1);
  return last;
}
