import { and, eq, inArray, isNotNull, notInArray, or } from "drizzle-orm";
import { type Actor, isDistrict } from "~/access/actor";
import { calledSame, type NameFinder, type NameFinders } from "~/access/nameFinder.server";
import { meetingAddress } from "~/address/meetings";
import { minutesAddress, minutesNumber, noteAddress } from "~/address/minutesAddress";
import { meetingInBoth, type NamedMeeting } from "~/i18n/meetingName";
import { texts } from "~/i18n/texts.server";
import { createTranslate } from "~/i18n/translate";
import { kindOf, kindsPublishingAgenda } from "~/meeting/kind/kind";
import type { Queries } from "~db/connect";
import {
  agendaProposal,
  amendment,
  attendance,
  changeNote,
  correctionProposal,
  liveVersion,
  meeting,
  minutes,
  opinion,
  overwrittenWords,
  resolution,
  topic,
  unit,
  visit,
  visitEntry,
} from "~db/schema";
import { meetingScope } from "./meetingScope.server";
import { canSeeCorrection } from "./permission";
import { meetingOfRoom } from "./roomName";

const words = { zh: createTranslate("zh-CN", texts["zh-CN"]), en: createTranslate("en", texts.en) };
const nameOf = (named: NamedMeeting) => meetingInBoth(named, words);
const named = { slug: meeting.slug, title: meeting.title, date: meeting.date, kind: meeting.kind };

/** One of several things of a meeting. */
function numbered(of: NamedMeeting, number: number) {
  const { zh, en } = nameOf(of);
  return { zh: `${zh}（${number}）`, en: `${en} (${number})` };
}

/**
 * The district sees an agenda while it is being drawn up, others once it is published; where none is published, all
 * who take part.
 */
const onAgenda = (db: Queries, reader: Actor) =>
  and(
    meetingScope(db, reader),
    isDistrict(reader)
      ? undefined
      : or(isNotNull(meeting.agendaPublishedAt), notInArray(meeting.kind, kindsPublishingAgenda())),
  );

const topics: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: topic.id, title: topic.title })
    .from(topic)
    .innerJoin(meeting, eq(meeting.id, topic.meetingId))
    .where(and(inArray(topic.id, ids), onAgenda(db, reader)));
  return rows.map(({ id, title }) => calledSame(id, title));
};

const attendances: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: attendance.id, who: attendance.personName, slug: meeting.slug, of: unit })
    .from(attendance)
    .innerJoin(meeting, eq(meeting.id, attendance.meetingId))
    .innerJoin(unit, eq(unit.id, attendance.unitId))
    .where(and(inArray(attendance.id, ids), onAgenda(db, reader)));
  return rows.map(({ id, who, slug, of }) => ({
    id,
    zh: `${of.shortZh} ${who}`.trim(),
    en: `${of.nameEn} ${who}`.trim(),
    to: meetingAddress({ slug }, "rollcall"),
  }));
};

const visited = (row: { id: string; title: string; visitId: string; slug: string }) =>
  calledSame(row.id, row.title, meetingAddress({ slug: row.slug }, `research/${row.visitId}`));

const visits: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: visit.id, title: visit.title, visitId: visit.id, slug: meeting.slug })
    .from(visit)
    .innerJoin(meeting, eq(meeting.id, visit.meetingId))
    .where(and(inArray(visit.id, ids), onAgenda(db, reader)));
  return rows.map(visited);
};

const visitEntries: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: visitEntry.id, title: visit.title, visitId: visit.id, slug: meeting.slug })
    .from(visitEntry)
    .innerJoin(visit, eq(visit.id, visitEntry.visitId))
    .innerJoin(meeting, eq(meeting.id, visit.meetingId))
    .where(and(inArray(visitEntry.id, ids), onAgenda(db, reader)));
  return rows.map(visited);
};

const opinions: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: opinion.id, topicId: topic.id, title: topic.title, slug: meeting.slug, of: unit })
    .from(opinion)
    .innerJoin(meeting, eq(meeting.id, opinion.meetingId))
    .innerJoin(topic, eq(topic.id, opinion.topicId))
    .innerJoin(unit, eq(unit.id, opinion.unitId))
    .where(and(inArray(opinion.id, ids), onAgenda(db, reader)));
  return rows.map(({ id, topicId, title, slug, of }) => ({
    id,
    zh: `${of.shortZh} · ${title}`,
    en: `${of.nameEn} · ${title}`,
    to: meetingAddress({ slug }, `opinions#topic-${topicId}`),
  }));
};

/** Issued minutes are read by whoever knows of the meeting, those that were replaced too. */
const issued = isNotNull(minutes.issuedAt);

const allMinutes: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: minutes.id, year: minutes.year, number: minutes.number, slug: meeting.slug })
    .from(minutes)
    .innerJoin(meeting, eq(meeting.id, minutes.meetingId))
    .where(and(inArray(minutes.id, ids), issued, meetingScope(db, reader)));
  return rows.map(({ id, slug, ...named }) => ({
    id,
    zh: minutesNumber(named),
    en: `〔${named.year}〕 no. ${named.number}`,
    to: minutesAddress(slug, named),
  }));
};

const amendments: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: amendment.id, of: named })
    .from(amendment)
    .innerJoin(meeting, eq(meeting.id, amendment.meetingId))
    .where(and(inArray(amendment.id, ids), meetingScope(db, reader)));
  return rows.map(({ id, of }) => ({ id, ...nameOf(of), to: meetingAddress(of, "minutes") }));
};

const agendaProposals: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: agendaProposal.id, of: named })
    .from(agendaProposal)
    .innerJoin(meeting, eq(meeting.id, agendaProposal.meetingId))
    .where(and(inArray(agendaProposal.id, ids), onAgenda(db, reader)));
  return rows.map(({ id, of }) => ({ id, ...nameOf(of), to: meetingAddress(of, "agenda") }));
};

const changeNotes: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({
      id: changeNote.id,
      note: changeNote.number,
      of: named,
      year: minutes.year,
      number: minutes.number,
    })
    .from(changeNote)
    .innerJoin(minutes, eq(minutes.id, changeNote.minutesId))
    .innerJoin(meeting, eq(meeting.id, minutes.meetingId))
    .where(and(inArray(changeNote.id, ids), issued, meetingScope(db, reader)));
  return rows.map(({ id, note, of, ...cited }) => ({
    id,
    ...numbered(of, note),
    to: noteAddress(of.slug, cited, note),
  }));
};

// Resolutions become rows when the minutes are issued, or an earlier ledger is taken over: from then on whoever knows of
// the meeting may read them.
const resolutions: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: resolution.id, ordinal: resolution.ordinal, of: named })
    .from(resolution)
    .innerJoin(meeting, eq(meeting.id, resolution.meetingId))
    .where(and(inArray(resolution.id, ids), meetingScope(db, reader)));
  return rows.map(({ id, ordinal, of }) => ({
    id,
    ...numbered(of, ordinal),
    to: kindOf(of).isHeldHere ? meetingAddress(of, "minutes") : meetingAddress(of),
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
  const slugs = [...new Set(proposals.flatMap(({ room }) => meetingOfRoom(room) ?? []))];
  const held = await db
    .select({
      of: named,
      kind: meeting.kind,
      organiserUnitId: meeting.organiserUnitId,
      chairPostId: meeting.chairPostId,
    })
    .from(meeting)
    .where(and(inArray(meeting.slug, slugs), meetingScope(db, reader)));
  return proposals.flatMap(({ id, room, personId }) => {
    const found = held.find(({ of }) => of.slug === meetingOfRoom(room));
    if (!found || !canSeeCorrection(reader, found, { personId })) return [];
    return [{ id, ...nameOf(found.of), to: meetingAddress(found.of, `corrections#correction-${id}`) }];
  });
};

// Read in the history of the record by whoever may know of the meeting.
const overwritten: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: overwrittenWords.id, room: overwrittenWords.room })
    .from(overwrittenWords)
    .where(inArray(overwrittenWords.id, ids));
  const slugs = [...new Set(rows.flatMap(({ room }) => meetingOfRoom(room) ?? []))];
  const held = await db
    .select({ of: named })
    .from(meeting)
    .where(and(inArray(meeting.slug, slugs), meetingScope(db, reader)));
  return rows.flatMap(({ id, room }) => {
    const found = held.find(({ of }) => of.slug === meetingOfRoom(room));
    return found ? [{ id, ...nameOf(found.of), to: meetingAddress(found.of, "history#overwritten") }] : [];
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

const meetings: NameFinder = async (db, ids, reader) => {
  const rows = await db
    .select({ id: meeting.id, of: named })
    .from(meeting)
    .where(and(inArray(meeting.id, ids), meetingScope(db, reader)));
  return rows.map(({ id, of }) => ({ id, ...nameOf(of), to: meetingAddress(of) }));
};

/** What belongs to a meeting: its agenda and roll, its minutes with what was resolved, its record. */
export const meetingNames: NameFinders = {
  meeting: meetings,
  // As a consultation day was booked before it became a meeting like others.
  day: meetings,
  topic: topics,
  attendance: attendances,
  opinion: opinions,
  visit: visits,
  visitEntry: visitEntries,
  minutes: allMinutes,
  agendaProposal: agendaProposals,
  amendment: amendments,
  changeNote: changeNotes,
  resolution: resolutions,
  correction: corrections,
  overwritten,
  version: versions,
};
