import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { declaredDays } from "~/calendar/declaredDays.server";
import { nameOfUnit } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { agendaOf } from "~/meeting/approval/publishedAgenda";
import { entryOf } from "~/meeting/conduct/alignRecord.server";
import { alignRecordDocument } from "~/meeting/conduct/alignRecordDocument";
import { type AttendanceRow, attendanceOf } from "~/meeting/conduct/attendanceOf.server";
import { chairOf } from "~/meeting/conduct/chairOf.server";
import { findMeeting, type Meeting } from "~/meeting/conduct/findMeeting.server";
import { holdsMeeting } from "~/meeting/conduct/permission";
import { recordOf } from "~/meeting/conduct/readRecord.server";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { shownMeeting } from "~/meeting/conduct/shownMeeting";
import { topicsOfMeeting } from "~/meeting/conduct/topicsOfMeeting.server";
import { replyDay } from "~/rules/replyDay";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import { holderOn } from "~/unit/holderOn.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { unit } from "~db/schema";
import type { NoticedUnit, NoticeFacts } from "./notice";

/**
 * Everything the notice of a meeting is made of. Refuses with `notFound` to whom the meeting's record is closed, and
 * before there is an agenda.
 */
export async function noticeFacts(actor: Actor, slug: string, now: string): Promise<Result<NoticeFacts>> {
  const found = await read(async (db) => {
    const meeting = await findMeeting(db, slug);
    if (!meeting || (await roomRight(db, actor, meeting)) === "none") return null;
    return { meeting, topics: await topicsOfMeeting(db, meeting.id) };
  });
  if (!found) return refuse("notFound");
  const { document } = await recordOf(slug);
  alignRecordDocument(document, found.topics.map(entryOf));
  const topics = agendaOf(document).map(({ title }) => title);
  return done(await read((db) => gather(db, { actor, now, meeting: found.meeting, topics })));
}

interface Asked {
  actor: Actor;
  now: string;
  meeting: Meeting;
  topics: string[];
}

async function gather(db: Queries, { actor, now, meeting, topics }: Asked): Promise<NoticeFacts> {
  const rows = (await attendanceOf(db, meeting.id)).filter((row) => row.namedWith === null);
  const [organiser] = await db.select().from(unit).where(eq(unit.id, meeting.organiserUnitId));
  const rules = await rulesOfMeeting(db, meeting.id);
  const holds = holdsMeeting(actor, meeting);
  const { startsAt, place } = meeting;
  return {
    meeting: { ...shownMeeting(meeting), startsAt, place },
    organiser: nameOfUnit(organiser!),
    contact: { zh: organiser!.contactZh, en: organiser!.contactEn },
    chair: await chairWithName(db, meeting),
    topics,
    units: unitsOf(rows, meeting),
    replyBy: replyDay(meeting.date, rules, await declaredDays(db)),
    signedOn: dayOf(meeting.agendaPublishedAt ?? now),
    slipOf: holds ? null : actor.unitName,
    holds,
  };
}

async function chairWithName(db: Queries, meeting: Meeting): Promise<NoticeFacts["chair"]> {
  const chair = await chairOf(db, meeting);
  if (!chair) return null;
  const name = (await holderOn(db, chair.postId, meeting))?.name ?? "";
  return { post: { zh: chair.zh, en: chair.en }, name };
}

/** Each unit once; residents are asked by their community, and whoever calls the meeting need not be told. */
function unitsOf(rows: readonly AttendanceRow[], meeting: Meeting): NoticedUnit[] {
  const told = rows.filter(
    ({ invitation, unitId }) => invitation !== "chair" && unitId !== meeting.organiserUnitId,
  );
  const first = [...new Map(told.map((row) => [row.unitId, row])).values()];
  return first.map(({ unit: { zh, en }, invitation, asksFor }) => ({
    ...{ unit: { zh, en }, invitation, asksForHead: asksFor === "head" },
  }));
}
