import { and, eq, inArray, isNull } from "drizzle-orm";
import { meetingAddress } from "~/address/meetings";
import { deviationAddress } from "~/address/plans";
import type { NamedMeeting } from "~/i18n/meetingName";
import { isUnanswered } from "~/meeting/conduct/attendance";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { meetingScope } from "~/meeting/conduct/meetingScope.server";
import { meetingOfRoom } from "~/meeting/conduct/roomName";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import { canSeeDeviation } from "~/rules/permission";
import {
  agendaProposal,
  attendance,
  consultationDay,
  correctionProposal,
  deviationRequest,
  meeting,
  opinion,
  overwrittenWords,
  topic,
} from "~db/schema";
import { type Finder, meetingColumns, type NoticedThing } from "./noticedThing.server";

/** What one's own unit was asked to write on topics; nothing any more once the request is taken back. */
const opinions: Finder = async (db, actor, ids) => {
  const rows = await db
    .select({ id: opinion.id, title: topic.title, meeting: meetingColumns })
    .from(opinion)
    .innerJoin(topic, eq(topic.id, opinion.topicId))
    .innerJoin(meeting, eq(meeting.id, opinion.meetingId))
    .where(and(inArray(opinion.id, ids), eq(opinion.unitId, actor.unitId), isNull(opinion.takenBackAt)));
  return rows.map((row) => ({
    ...row,
    to: meetingAddress({ slug: row.meeting.slug }, `opinions/${row.id}`),
  }));
};

/** Invitations of one's own unit, to be answered first; there are none any more once they are taken back. */
const invitations: Finder = async (db, actor, ids) => {
  const rows = await db
    .select({ attendance, stage: meeting.stage, meeting: meetingColumns })
    .from(attendance)
    .innerJoin(meeting, eq(meeting.id, attendance.meetingId))
    .where(and(inArray(attendance.id, ids), eq(attendance.unitId, actor.unitId)));
  return rows.map(({ attendance: called, stage, meeting: { slug, ...meeting } }) => ({
    id: called.id,
    meeting: { slug, ...meeting },
    to: meetingAddress({ slug }, stage === "agenda" && isUnanswered(called) ? "reply" : "agenda"),
  }));
};

/** Corrections that one has proposed oneself, in records whose room one may still enter. */
const corrections: Finder = async (db, actor, ids) => {
  const { id, room, personId } = correctionProposal;
  const mine = and(inArray(id, ids), eq(personId, actor.personId));
  const rows = await db.select({ id, room }).from(correctionProposal).where(mine);
  const open = new Map<string, NamedMeeting>();
  for (const name of new Set(rows.map((row) => row.room))) {
    const found = await findMeeting(db, meetingOfRoom(name) ?? "");
    if (found && (await roomRight(db, actor, found)) !== "none") open.set(name, found);
  }
  return rows.flatMap((row) => {
    const found = open.get(row.room);
    if (!found) return [];
    const to = meetingAddress({ slug: found.slug }, `corrections#correction-${row.id}`);
    return [{ id: row.id, meeting: { slug: found.slug, title: found.title, date: found.date }, to }];
  });
};

/** Proposals for agendas that one has made oneself, of meetings whose agenda one may still see. */
const proposals: Finder = async (db, actor, ids) => {
  const rows = await db
    .select({ id: agendaProposal.id, meeting })
    .from(agendaProposal)
    .innerJoin(meeting, eq(meeting.id, agendaProposal.meetingId))
    .where(and(inArray(agendaProposal.id, ids), eq(agendaProposal.byPersonId, actor.personId)));
  const seen: (NoticedThing & { id: string })[] = [];
  for (const { id, meeting: held } of rows) {
    const found = await findMeeting(db, held.slug);
    if (!found || (await roomRight(db, actor, found)) === "none") continue;
    const { slug, title, date } = held;
    seen.push({ id, meeting: { slug, title, date }, to: meetingAddress({ slug }, `agenda#proposal-${id}`) });
  }
  return seen;
};

/** Words of one's own that were overwritten, in records whose room one may still enter. */
const overwritten: Finder = async (db, actor, ids) => {
  const { id, room, writerPersonId } = overwrittenWords;
  const rows = await db
    .select({ id, room })
    .from(overwrittenWords)
    .where(and(inArray(id, ids), eq(writerPersonId, actor.personId)));
  const seen: (NoticedThing & { id: string })[] = [];
  for (const row of rows) {
    const found = await findMeeting(db, meetingOfRoom(row.room) ?? "");
    if (!found || (await roomRight(db, actor, found)) === "none") continue;
    const { slug, title, date } = found;
    seen.push({ id: row.id, meeting: { slug, title, date }, to: meetingAddress({ slug }, "room") });
  }
  return seen;
};

/** Deviations that one asked for, or was named to approve. */
const deviations: Finder = async (db, actor, ids) => {
  const rows = await db
    .select({ request: deviationRequest, meeting: meetingColumns })
    .from(deviationRequest)
    .innerJoin(meeting, eq(meeting.id, deviationRequest.meetingId))
    .where(inArray(deviationRequest.id, ids));
  return rows
    .filter(({ request }) => canSeeDeviation(actor, request))
    .map(({ request: { id }, meeting }) => ({ id, meeting, to: deviationAddress(id) }));
};

/** Meetings that one may know of. */
const meetings: Finder = async (db, actor, ids) => {
  const rows = await db
    .select({ held: meeting, meeting: meetingColumns, swapReason: consultationDay.swapReason })
    .from(meeting)
    .leftJoin(consultationDay, eq(consultationDay.meetingId, meeting.id))
    .where(and(inArray(meeting.id, ids), meetingScope(db, actor)));
  return rows.map(({ held, meeting, swapReason }) => ({
    ...{
      id: held.id,
      startsAt: held.startsAt,
      place: held.place,
      change: changeOf(held),
      swapReason,
      meeting,
    },
    to: meetingAddress({ slug: held.slug }),
  }));
};

function changeOf({ stage, postponedFrom, changeReason: reason }: typeof meeting.$inferSelect) {
  if (stage === "cancelled") return { to: "cancelled" as const, reason };
  return postponedFrom ? { to: "postponed" as const, reason } : undefined;
}

/** What notices about meetings are about, by kind of subject as the ledger books it. */
export const thingsOfMeetings: Record<string, Finder> = {
  attendance: invitations,
  opinion: opinions,
  correction: corrections,
  agendaProposal: proposals,
  overwritten,
  deviation: deviations,
  meeting: meetings,
};
