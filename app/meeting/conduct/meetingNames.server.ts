import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { type Actor, isDistrict, seesContents } from "~/access/actor";
import { calledSame, type NameFinder, type NameFinders } from "~/access/nameFinder.server";
import { meetingAddress } from "~/address/meetings";
import { minutesAddress, minutesNumber, noteAddress } from "~/address/minutesAddress";
import { monthInBoth } from "~/calendar/writtenDate";
import {
  amendment,
  attendance,
  changeNote,
  correctionProposal,
  liveVersion,
  meeting,
  minutes,
  resolution,
  topic,
  unit,
} from "~db/schema";
import { canSeeCorrection } from "./permission";
import { monthOfRoom } from "./roomName";

/** One of several things of a month. */
function numbered(month: string, number: number) {
  const { zh, en } = monthInBoth(month);
  return { zh: `${zh}（${number}）`, en: `${en} (${number})` };
}

/** The district sees an agenda while it is being drawn up, others once it is published, the administrator never. */
function onAgenda(reader: Actor) {
  if (!seesContents(reader)) return sql`false`;
  return isDistrict(reader) ? undefined : isNotNull(meeting.agendaPublishedAt);
}

const topics: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: topic.id, title: topic.title })
    .from(topic)
    .innerJoin(meeting, eq(meeting.id, topic.meetingId))
    .where(and(inArray(topic.id, ids), onAgenda(reader)));
  return rows.map(({ id, title }) => calledSame(id, title));
};

const attendances: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: attendance.id, who: attendance.personName, month: meeting.slug, of: unit })
    .from(attendance)
    .innerJoin(meeting, eq(meeting.id, attendance.meetingId))
    .innerJoin(unit, eq(unit.id, attendance.unitId))
    .where(and(inArray(attendance.id, ids), onAgenda(reader)));
  return rows.map(({ id, who, month, of }) => ({
    id,
    zh: `${of.shortZh} ${who}`.trim(),
    en: `${of.nameEn} ${who}`.trim(),
    to: meetingAddress({ month }, "rollcall"),
  }));
};

/** Issued minutes are every official's to read, those that were replaced too. */
const issued = isNotNull(minutes.issuedAt);

const allMinutes: NameFinder = async (db, ids) => {
  const rows = await db
    .select({ id: minutes.id, year: minutes.year, number: minutes.number, month: meeting.slug })
    .from(minutes)
    .innerJoin(meeting, eq(meeting.id, minutes.meetingId))
    .where(and(inArray(minutes.id, ids), issued));
  return rows.map(({ id, month, ...named }) => ({
    id,
    zh: minutesNumber(named),
    en: `〔${named.year}〕 no. ${named.number}`,
    to: minutesAddress(month, named),
  }));
};

const amendments: NameFinder = async (db, ids) => {
  const rows = await db
    .select({ id: amendment.id, month: meeting.slug })
    .from(amendment)
    .innerJoin(meeting, eq(meeting.id, amendment.meetingId))
    .where(inArray(amendment.id, ids));
  return rows.map(({ id, month }) => ({
    id,
    ...monthInBoth(month),
    to: meetingAddress({ month }, "minutes"),
  }));
};

const changeNotes: NameFinder = async (db, ids) => {
  const rows = await db
    .select({
      id: changeNote.id,
      note: changeNote.number,
      month: meeting.slug,
      year: minutes.year,
      number: minutes.number,
    })
    .from(changeNote)
    .innerJoin(minutes, eq(minutes.id, changeNote.minutesId))
    .innerJoin(meeting, eq(meeting.id, minutes.meetingId))
    .where(and(inArray(changeNote.id, ids), issued));
  return rows.map(({ id, note, month, ...named }) => ({
    id,
    ...numbered(month, note),
    to: noteAddress(month, named, note),
  }));
};

// Resolutions become rows when the minutes are issued: from then on every official may read them.
const resolutions: NameFinder = async (db, ids) => {
  const rows = await db
    .select({ id: resolution.id, ordinal: resolution.ordinal, month: meeting.slug })
    .from(resolution)
    .innerJoin(meeting, eq(meeting.id, resolution.meetingId))
    .where(inArray(resolution.id, ids));
  return rows.map(({ id, ordinal, month }) => ({
    id,
    ...numbered(month, ordinal),
    to: meetingAddress({ month }, "minutes"),
  }));
};

const corrections: NameFinder = async (db, ids, reader) => {
  const proposals = await db
    .select({
      id: correctionProposal.id,
      room: correctionProposal.room,
      personId: correctionProposal.personId,
    })
    .from(correctionProposal)
    .where(inArray(correctionProposal.id, ids));
  const found = proposals.map((one) => ({ ...one, month: monthOfRoom(one.room) ?? "" }));
  const months = [...new Set(found.map((one) => one.month))];
  const days = await db
    .select({
      month: meeting.slug,
      kind: meeting.kind,
      organiserUnitId: meeting.organiserUnitId,
      chairPostId: meeting.chairPostId,
    })
    .from(meeting)
    .where(inArray(meeting.slug, months));
  return found.flatMap(({ id, month, personId }) => {
    const day = days.find((one) => one.month === month);
    if (!day || !canSeeCorrection(reader, day, { personId })) return [];
    return [{ id, ...monthInBoth(month), to: meetingAddress({ month }, `corrections#correction-${id}`) }];
  });
};

// A version is called by its time, which the page writes out and which gives nothing away.
const versions: NameFinder = async (db, ids) => {
  const rows = await db
    .select({ id: liveVersion.id, at: liveVersion.at })
    .from(liveVersion)
    .where(inArray(liveVersion.id, ids));
  return rows.map(({ id, at }) => calledSame(id, at));
};

const meetings: NameFinder = async (db, ids) => {
  const rows = await db.select().from(meeting).where(inArray(meeting.id, ids));
  return rows.map(({ id, slug }) => ({ id, ...monthInBoth(slug), to: meetingAddress({ month: slug }) }));
};

/** What belongs to a meeting: its agenda and roll, its minutes with what was resolved, its record. */
export const meetingNames: NameFinders = {
  meeting: meetings,
  // As a consultation day was booked before it became a meeting like others.
  day: meetings,
  topic: topics,
  attendance: attendances,
  minutes: allMinutes,
  amendment: amendments,
  changeNote: changeNotes,
  resolution: resolutions,
  correction: corrections,
  version: versions,
};
