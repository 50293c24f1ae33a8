import { and, eq, inArray, ne } from "drizzle-orm";
import { findFeed } from "~/access/account/feedToken.server";
import { seesContents } from "~/access/actor";
import type { HeldPost } from "~/access/heldPost";
import { heldPosts } from "~/access/heldPosts.server";
import { meetingAddress } from "~/address/meetings";
import { addDays, dayOf } from "~/calendar/day";
import { isExpected } from "~/meeting/conduct/attendance";
import { participantScope } from "~/meeting/conduct/meetingScope.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { attendance, meeting } from "~db/schema";
import { type CalendarMeeting, calendarEntry } from "./calendarEntry";
import { calendarMeetings } from "./calendarMeetings.server";
import type { Wording } from "./meetingCalendar.server";
import { writeCalendar } from "./writeCalendar.server";

// How long a meeting stays in a calendar after its day.
const daysBack = 400;

/**
 * The meetings that somebody takes part in, in any of the posts they hold at this moment: those they are called to,
 * chair, host, join or hold; for whoever has the address of the feed. Null where there is no such feed.
 * @param say gives the words in the language in which the feed was made
 */
export async function personCalendar(
  token: string,
  now: string,
  say: (language: string) => Wording,
): Promise<string | null> {
  const feed = await findFeed(token);
  if (!feed) return null;
  const posts = (await heldPosts(feed.personId, now)).filter(seesContents);
  const wording = say(feed.language);
  const { t, language, origin } = wording;
  const meetings = await read((db) => meetingsOf(db, posts, addDays(dayOf(now), -daysBack)));
  const entries = meetings.map((held) => calendarEntry(held, t, language, origin + meetingAddress(held)));
  return writeCalendar(entries, t("calendar.name"));
}

/** Each meeting once, however many of the posts take part in it. */
async function meetingsOf(db: Queries, posts: readonly HeldPost[], from: string): Promise<CalendarMeeting[]> {
  const found = new Map<string, CalendarMeeting>();
  for (const post of posts) {
    const reader = { role: post.role, unitId: post.unitId, postId: post.id };
    const held = await calendarMeetings(db, participantScope(db, reader), from);
    const onCall = await onCallAt(
      db,
      post,
      held.map(({ id }) => id),
    );
    for (const one of held) {
      const free = onCall.has(one.id) && (found.get(one.id)?.onCall ?? true);
      found.set(one.id, { ...one, onCall: free });
    }
  }
  return [...found.values()].sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id));
}

/** The meetings to which a post's unit is called without having to be there. */
async function onCallAt(db: Queries, { unitId }: HeldPost, meetingIds: string[]): Promise<Set<string>> {
  const rows = await db
    .select({ meetingId: attendance.meetingId, invitation: attendance.invitation })
    .from(attendance)
    .innerJoin(meeting, eq(meeting.id, attendance.meetingId))
    .where(
      and(
        eq(attendance.unitId, unitId),
        inArray(attendance.meetingId, meetingIds),
        ne(meeting.organiserUnitId, unitId),
        ne(meeting.hostUnitId, unitId),
      ),
    );
  const expected = new Set(rows.filter((row) => isExpected(row.invitation)).map((row) => row.meetingId));
  return new Set(rows.map((row) => row.meetingId).filter((id) => !expected.has(id)));
}
