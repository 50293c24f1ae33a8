import { and, asc, eq, isNull, or } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { changeNote, meeting, minutes, resolution } from "~db/schema";

/** The change notes that were adopted on a task's resolution, or on its topic as a whole. */
export async function notesOfTask(db: Queries, resolutionId: string) {
  return db
    .select({
      number: changeNote.number,
      text: changeNote.text,
      slug: meeting.slug,
      /** Behind which it stands. */
      minutes: { year: minutes.year, number: minutes.number },
    })
    .from(resolution)
    .innerJoin(meeting, eq(meeting.id, resolution.meetingId))
    .innerJoin(
      changeNote,
      or(
        eq(changeNote.resolutionId, resolution.id),
        and(isNull(changeNote.resolutionId), eq(changeNote.topicId, resolution.topicId)),
      ),
    )
    .innerJoin(minutes, eq(minutes.id, changeNote.minutesId))
    .where(eq(resolution.id, resolutionId))
    .orderBy(asc(minutes.epoch), asc(changeNote.number));
}

/** What {@link notesOfTask} finds. */
export type TaskNote = Awaited<ReturnType<typeof notesOfTask>>[number];
