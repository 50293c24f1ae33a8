import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { meetingAddress } from "~/address/meetings";
import { declaredDays } from "~/calendar/declaredDays.server";
import { namingClasses } from "~/meeting/conduct/attendance";
import { holdsMeeting } from "~/meeting/conduct/permission";
import { replyDay } from "~/rules/replyDay";
import type { RuleSet } from "~/rules/ruleSet";
import type { Queries } from "~db/connect";
import { attendance, meeting } from "~db/schema";
import { type BareItem, namedMeeting } from "./work";

/**
 * Meetings that others call one's unit to and of which it has not yet said who comes; and of those one holds, once the
 * day for it is over, how many units have not.
 */
export async function invitationWork(
  db: Queries,
  actor: Actor,
  today: string,
  rules: Pick<RuleSet, "agenda">,
): Promise<BareItem[]> {
  if (actor.role === "admin") return [];
  const unanswered = await db
    .selectDistinct({ meeting, unitId: attendance.unitId })
    .from(attendance)
    .innerJoin(meeting, eq(meeting.id, attendance.meetingId))
    .where(
      and(
        inArray(attendance.invitation, [...namingClasses]),
        eq(attendance.state, "invited"),
        eq(attendance.personName, ""),
        eq(meeting.stage, "agenda"),
        ne(meeting.organiserUnitId, attendance.unitId),
      ),
    )
    .orderBy(asc(meeting.date));
  if (unanswered.length === 0) return [];
  const declared = await declaredDays(db);
  const own = unanswered.filter(({ unitId }) => unitId === actor.unitId).map((row) => row.meeting);
  const held = unanswered.map((row) => row.meeting).filter((one) => holdsMeeting(actor, one));
  const late = held.filter(({ date }) => today > replyDay(date, rules, declared));
  return [
    ...own.map((called) => answer(called, replyDay(called.date, rules, declared))),
    ...[...new Map(late.map((one) => [one.id, one])).values()].map((one) =>
      remind(one, late.filter(({ id }) => id === one.id).length),
    ),
  ];
}

type MeetingRow = typeof meeting.$inferSelect;

const answer = (called: MeetingRow, until: string): BareItem => ({
  key: `invitation-${called.slug}`,
  what: { kind: "answerInvitation" },
  why: "invited",
  meeting: namedMeeting(called),
  until,
  to: meetingAddress(called, "reply"),
});

const remind = (held: MeetingRow, count: number): BareItem => ({
  key: `replies-${held.slug}`,
  what: { kind: "remindUnits" },
  why: "organiser",
  meeting: namedMeeting(held),
  count,
  until: held.date,
  to: meetingAddress(held, "agenda#replies"),
});
