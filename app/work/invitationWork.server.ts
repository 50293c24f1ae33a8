import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { meetingAddress } from "~/address/meetings";
import { addDays } from "~/calendar/day";
import { followingClasses } from "~/meeting/conduct/attendance";
import type { Queries } from "~db/connect";
import { attendance, meeting } from "~db/schema";
import type { BareItem } from "./work";

/** Meetings that others call one's unit to and of which it has not yet said who comes. */
export async function invitationWork(db: Queries, actor: Actor): Promise<BareItem[]> {
  if (actor.role === "admin") return [];
  const rows = await db
    .selectDistinct({ slug: meeting.slug, title: meeting.title, date: meeting.date })
    .from(attendance)
    .innerJoin(meeting, eq(meeting.id, attendance.meetingId))
    .where(
      and(
        eq(attendance.unitId, actor.unitId),
        inArray(attendance.invitation, [...followingClasses]),
        eq(attendance.state, "invited"),
        eq(attendance.personName, ""),
        eq(meeting.stage, "agenda"),
        ne(meeting.organiserUnitId, actor.unitId),
      ),
    )
    .orderBy(asc(meeting.date));
  return rows.map((called) => ({
    key: `invitation-${called.slug}`,
    what: { kind: "answerInvitation" },
    why: "invited",
    meeting: called,
    until: addDays(called.date, -1),
    to: meetingAddress(called, "agenda"),
  }));
}
