import { and, desc, eq, exists, gt, inArray, isNotNull, notExists, or } from "drizzle-orm";
import { nameOfUnit } from "~/i18n/names";
import { publicKinds } from "~/meeting/kind/kind";
import { dayColumns } from "~/problem/consultationDay.server";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { consultationDay, meeting, minutes, publicTopic, unit } from "~db/schema";
import type { PublicDayName } from "./published";

const earlier = alias(minutes, "earlier_minutes");
const later = alias(minutes, "later_minutes");
const held = alias(meeting, "held_meeting");

/**
 * Minutes in force of a meeting whose kind is public: issued, and not replaced by amended ones of the same
 * meeting. What is not here is not public.
 */
export function inForce(db: Queries) {
  const replaced = db
    .select({ id: later.id })
    .from(later)
    .where(and(eq(later.meetingId, minutes.meetingId), gt(later.epoch, minutes.epoch)));
  const ofPublicKind = db
    .select({ id: held.id })
    .from(held)
    .where(and(eq(held.id, minutes.meetingId), inArray(held.kind, publicKinds())));
  return and(notExists(replaced), exists(ofPublicKind));
}

/** Something of the meeting was seen, or nothing of it was there to be seen. */
function isOpened(db: Queries) {
  const ofMeeting = eq(publicTopic.meetingId, minutes.meetingId);
  const all = db.select({ id: publicTopic.topicId }).from(publicTopic).where(ofMeeting);
  const seen = db
    .select({ id: publicTopic.topicId })
    .from(publicTopic)
    .where(and(ofMeeting, isNotNull(publicTopic.seenEpoch)));
  return or(exists(seen), notExists(all));
}

/**
 * Days whose minutes are issued and of which residents may read something, the latest first.
 * @param month YYYY-MM, for that one alone
 */
export async function issuedDays(
  db: Queries,
  options: { month?: string; hostStreetId?: string; limit?: number } = {},
): Promise<(PublicDayName & { id: string })[]> {
  const rows = await db
    .select({
      day: dayColumns,
      host: unit,
      minutes: { year: minutes.year, number: minutes.number },
      replaces: { year: earlier.year, number: earlier.number, issuedAt: earlier.issuedAt },
    })
    .from(minutes)
    .innerJoin(meeting, eq(meeting.id, minutes.meetingId))
    .innerJoin(consultationDay, eq(consultationDay.meetingId, meeting.id))
    .innerJoin(unit, eq(unit.id, meeting.hostUnitId))
    .leftJoin(earlier, eq(earlier.id, minutes.amends))
    .where(
      and(
        inForce(db),
        isOpened(db),
        options.month === undefined ? undefined : eq(meeting.slug, options.month),
        options.hostStreetId === undefined ? undefined : eq(meeting.hostUnitId, options.hostStreetId),
      ),
    )
    .orderBy(desc(meeting.slug))
    .limit(options.limit ?? 600);
  return rows.map(({ day, host, minutes, replaces }) => ({
    id: day.id,
    month: day.month,
    date: day.date,
    host: { slug: host.slug, name: nameOfUnit(host) },
    minutes: { ...minutes, replaces },
  }));
}
