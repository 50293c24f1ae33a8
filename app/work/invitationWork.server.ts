import { and, asc, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { meetingAddress } from "~/address/meetings";
import { addDays } from "~/calendar/day";
import type { Queries } from "~db/connect";
import { attendance, meeting } from "~db/schema";
import type { BareItem } from "./work";

/** Days that one's unit is called to and has not yet said who comes. */
export async function invitationWork(db: Queries, actor: Actor): Promise<BareItem[]> {
  if (actor.role === "office" || actor.role === "admin") return [];
  const rows = await db
    .selectDistinct({ month: meeting.slug, date: meeting.date })
    .from(attendance)
    .innerJoin(meeting, eq(meeting.id, attendance.meetingId))
    .where(
      and(
        eq(attendance.unitId, actor.unitId),
        inArray(attendance.invitation, ["lead", "assist", "writtenOpinion", "onCall"]),
        eq(attendance.state, "invited"),
        eq(attendance.personName, ""),
        eq(meeting.stage, "agenda"),
      ),
    )
    .orderBy(asc(meeting.date));
  return rows.map(({ month, date }) => ({
    key: `invitation-${month}`,
    what: { kind: "answerInvitation" },
    why: "invited",
    month,
    until: addDays(date, -1),
    to: meetingAddress({ month }, "agenda"),
  }));
}
