import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { type Actor, isDistrict } from "~/access/actor";
import { calledSame, type NameFinder, type NameFinders } from "~/access/nameFinder.server";
import { minutesAddress, minutesNumber, noteAddress } from "~/address/minutesAddress";
import { monthInBoth } from "~/calendar/writtenMonth";
import {
  amendment,
  attendance,
  changeNote,
  consultationDay,
  correctionProposal,
  liveVersion,
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

/** The district sees an agenda while it is being drawn up, others once it is published. */
const onAgenda = (reader: Actor) =>
  isDistrict(reader) ? undefined : isNotNull(consultationDay.agendaPublishedAt);

const topics: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: topic.id, title: topic.title })
    .from(topic)
    .innerJoin(consultationDay, eq(consultationDay.id, topic.dayId))
    .where(and(inArray(topic.id, ids), onAgenda(reader)));
  return rows.map(({ id, title }) => calledSame(id, title));
};

const attendances: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: attendance.id, who: attendance.personName, month: consultationDay.month, of: unit })
    .from(attendance)
    .innerJoin(consultationDay, eq(consultationDay.id, attendance.dayId))
    .innerJoin(unit, eq(unit.id, attendance.unitId))
    .where(and(inArray(attendance.id, ids), onAgenda(reader)));
  return rows.map(({ id, who, month, of }) => ({
    id,
    zh: `${of.shortZh} ${who}`.trim(),
    en: `${of.nameEn} ${who}`.trim(),
    to: `/desk/days/${month}/rollcall`,
  }));
};

/** Issued minutes are every official's to read, those that were replaced too. */
const issued = isNotNull(minutes.issuedAt);

const allMinutes: NameFinder = async (db, ids) => {
  const rows = await db
    .select({ id: minutes.id, year: minutes.year, number: minutes.number, month: consultationDay.month })
    .from(minutes)
    .innerJoin(consultationDay, eq(consultationDay.id, minutes.dayId))
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
    .select({ id: amendment.id, month: consultationDay.month })
    .from(amendment)
    .innerJoin(consultationDay, eq(consultationDay.id, amendment.dayId))
    .where(inArray(amendment.id, ids));
  return rows.map(({ id, month }) => ({ id, ...monthInBoth(month), to: `/desk/days/${month}/minutes` }));
};

const changeNotes: NameFinder = async (db, ids) => {
  const rows = await db
    .select({
      id: changeNote.id,
      note: changeNote.number,
      month: consultationDay.month,
      year: minutes.year,
      number: minutes.number,
    })
    .from(changeNote)
    .innerJoin(minutes, eq(minutes.id, changeNote.minutesId))
    .innerJoin(consultationDay, eq(consultationDay.id, minutes.dayId))
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
    .select({ id: resolution.id, ordinal: resolution.ordinal, month: consultationDay.month })
    .from(resolution)
    .innerJoin(consultationDay, eq(consultationDay.id, resolution.dayId))
    .where(inArray(resolution.id, ids));
  return rows.map(({ id, ordinal, month }) => ({
    id,
    ...numbered(month, ordinal),
    to: `/desk/days/${month}/minutes`,
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
    .select({ month: consultationDay.month, chairPostId: consultationDay.chairPostId })
    .from(consultationDay)
    .where(inArray(consultationDay.month, months));
  return found.flatMap(({ id, month, personId }) => {
    const day = days.find((one) => one.month === month);
    if (!day || !canSeeCorrection(reader, day, { personId })) return [];
    return [{ id, ...monthInBoth(month), to: `/desk/days/${month}/corrections#correction-${id}` }];
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

/** What belongs to a meeting: its agenda and roll, its minutes with what was resolved, its record. */
export const meetingNames: NameFinders = {
  topic: topics,
  attendance: attendances,
  minutes: allMinutes,
  amendment: amendments,
  changeNote: changeNotes,
  resolution: resolutions,
  correction: corrections,
  version: versions,
};
