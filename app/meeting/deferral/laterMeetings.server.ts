import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { NamedMeeting } from "~/i18n/meetingName";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import type { Stage } from "~/meeting/kind/stage";
import type { Queries } from "~db/connect";
import { meeting } from "~db/schema";

/** Stages at which the agenda of a meeting can still be added to beforehand. */
export const aheadStages: readonly Stage[] = ["planned", "collecting", "screening", "agenda"];

/** A later meeting to which a topic can be put off. */
export interface LaterMeeting extends NamedMeeting {
  id: string;
  stage: Stage;
}

// Nobody puts a topic off by more than a year.
const most = 12;

/** Lists the meetings of the same series that are still ahead of this one, the next one first. */
export async function laterMeetings(
  db: Queries,
  { kind, organiserUnitId, date }: Pick<Meeting, "kind" | "organiserUnitId" | "date">,
): Promise<LaterMeeting[]> {
  return db
    .select({
      id: meeting.id,
      slug: meeting.slug,
      title: meeting.title,
      date: meeting.date,
      stage: meeting.stage,
    })
    .from(meeting)
    .where(
      and(
        eq(meeting.kind, kind),
        eq(meeting.organiserUnitId, organiserUnitId),
        gt(meeting.date, date),
        inArray(meeting.stage, [...aheadStages]),
      ),
    )
    .orderBy(asc(meeting.date))
    .limit(most) as Promise<LaterMeeting[]>;
}
