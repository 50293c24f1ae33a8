import { and, eq, ne } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { attendance } from "~db/schema";

/** What of a meeting decides whether it was announced. */
interface Announced {
  id: string;
  organiserUnitId: string;
  agendaPublishedAt: string | null;
}

/**
 * True once others count on a meeting being held as it stands: its agenda is published, or units have been called to
 * it. What was announced is changed by another announcement, not taken back in silence.
 */
export async function isAnnounced(db: Queries, meeting: Announced): Promise<boolean> {
  if (meeting.agendaPublishedAt !== null) return true;
  const called = await db
    .select({ id: attendance.id })
    .from(attendance)
    .where(
      and(
        eq(attendance.meetingId, meeting.id),
        ne(attendance.unitId, meeting.organiserUnitId),
        ne(attendance.invitation, "chair"),
      ),
    )
    .limit(1);
  return called.length > 0;
}
