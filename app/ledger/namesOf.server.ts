import { eq, inArray } from "drizzle-orm";
import { meetingAddress } from "~/address/meetings";
import { rulesAddress } from "~/address/plans";
import { listAddress, problemAddress } from "~/address/problems";
import { taskAddress } from "~/address/tasks";
import { postAddress, unitAddress } from "~/address/units";
import { writtenMonth } from "~/calendar/writtenDate";
import { nameOfUnit } from "~/i18n/names";
import type { Queries } from "~db/connect";
import {
  amendment,
  attendance,
  changeNote,
  consultationDay,
  correctionProposal,
  listing,
  liveVersion,
  minutes,
  person,
  post,
  problem,
  problemList,
  resolution,
  ruleSet,
  task,
  topic,
  unit,
} from "~db/schema";

/** What a thing is called, and where its page is. */
export interface Name {
  zh: string;
  en: string;
  to?: string;
}

const written = (month: string) => ({
  zh: writtenMonth(month, "zh-CN", true),
  en: writtenMonth(month, "en", true),
});

/** One of several things of a month. */
const numbered = (month: string, number: number) => ({
  zh: `${written(month).zh}（${number}）`,
  en: `${written(month).en} (${number})`,
});

const same = (text: string, to?: string): Name => ({ zh: text, en: text, to });

type Finder = (db: Queries, ids: string[]) => Promise<(Name & { id: string })[]>;

const units: Finder = async (db, ids) => {
  const rows = await db.select().from(unit).where(inArray(unit.id, ids));
  return rows.map((row) => ({ id: row.id, ...nameOfUnit(row), to: unitAddress(row.slug) }));
};

const people: Finder = async (db, ids) => {
  const rows = await db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(inArray(person.id, ids));
  return rows.map(({ id, name }) => ({ id, ...same(name) }));
};

const posts: Finder = async (db, ids) => {
  const rows = await db
    .select({ post, unit })
    .from(post)
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(inArray(post.id, ids));
  return rows.map(({ post: one, unit: of }) => ({
    id: one.id,
    zh: `${of.shortZh}${one.titleZh}`,
    en: `${of.nameEn}, ${one.titleEn}`,
    to: postAddress(of.slug, one.id),
  }));
};

const days: Finder = async (db, ids) => {
  const rows = await db.select().from(consultationDay).where(inArray(consultationDay.id, ids));
  return rows.map(({ id, month }) => ({ id, ...written(month), to: meetingAddress({ month }) }));
};

const problems: Finder = async (db, ids) => {
  const rows = await db.select().from(problem).where(inArray(problem.id, ids));
  return rows.map(({ id, number }) => ({ id, ...same(number, problemAddress(number)) }));
};

const tasks: Finder = async (db, ids) => {
  const rows = await db.select().from(task).where(inArray(task.id, ids));
  return rows.map(({ id, number }) => ({ id, ...same(number, taskAddress(number)) }));
};

const topics: Finder = async (db, ids) => {
  const rows = await db
    .select({ id: topic.id, title: topic.title })
    .from(topic)
    .where(inArray(topic.id, ids));
  return rows.map(({ id, title }) => ({ id, ...same(title) }));
};

const lists: Finder = async (db, ids) => {
  const rows = await db
    .select({ id: problemList.id, month: consultationDay.month, street: unit })
    .from(problemList)
    .innerJoin(consultationDay, eq(consultationDay.id, problemList.dayId))
    .innerJoin(unit, eq(unit.id, problemList.streetId))
    .where(inArray(problemList.id, ids));
  return rows.map(({ id, month, street }) => ({
    id,
    zh: `${street.nameZh} ${written(month).zh}`,
    en: `${street.nameEn}, ${written(month).en}`,
    to: listAddress(month, street.slug),
  }));
};

const listings: Finder = async (db, ids) => {
  const rows = await db
    .select({ id: listing.id, number: problem.number })
    .from(listing)
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .where(inArray(listing.id, ids));
  return rows.map(({ id, number }) => ({ id, ...same(number, problemAddress(number)) }));
};

const allMinutes: Finder = async (db, ids) => {
  const rows = await db
    .select({ id: minutes.id, year: minutes.year, number: minutes.number, month: consultationDay.month })
    .from(minutes)
    .innerJoin(consultationDay, eq(consultationDay.id, minutes.dayId))
    .where(inArray(minutes.id, ids));
  return rows.map(({ id, year, number, month }) => ({
    id,
    zh: `〔${year}〕第${number}期`,
    en: `〔${year}〕 no. ${number}`,
    to: `${meetingAddress({ month }, "minutes")}?number=${year}-${number}`,
  }));
};

const amendments: Finder = async (db, ids) => {
  const rows = await db
    .select({ id: amendment.id, month: consultationDay.month })
    .from(amendment)
    .innerJoin(consultationDay, eq(consultationDay.id, amendment.dayId))
    .where(inArray(amendment.id, ids));
  return rows.map(({ id, month }) => ({ id, ...written(month), to: meetingAddress({ month }, "minutes") }));
};

const changeNotes: Finder = async (db, ids) => {
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
    .where(inArray(changeNote.id, ids));
  return rows.map(({ id, note, month, year, number }) => ({
    id,
    ...numbered(month, note),
    to: `${meetingAddress({ month }, "minutes")}?number=${year}-${number}#change-note-${note}`,
  }));
};

const corrections: Finder = async (db, ids) => {
  const rows = await db
    .select({ id: correctionProposal.id, room: correctionProposal.room })
    .from(correctionProposal)
    .where(inArray(correctionProposal.id, ids));
  return rows.map(({ id, room }) => {
    const month = room.replace(/^day-/, "");
    return { id, ...written(month), to: `${meetingAddress({ month }, "corrections")}#correction-${id}` };
  });
};

// A version is called by its time, which the page writes out.
const versions: Finder = async (db, ids) => {
  const rows = await db
    .select({ id: liveVersion.id, at: liveVersion.at })
    .from(liveVersion)
    .where(inArray(liveVersion.id, ids));
  return rows.map(({ id, at }) => ({ id, ...same(at) }));
};

const attendances: Finder = async (db, ids) => {
  const rows = await db
    .select({ id: attendance.id, who: attendance.personName, month: consultationDay.month, of: unit })
    .from(attendance)
    .innerJoin(consultationDay, eq(consultationDay.id, attendance.dayId))
    .innerJoin(unit, eq(unit.id, attendance.unitId))
    .where(inArray(attendance.id, ids));
  return rows.map(({ id, who, month, of }) => ({
    id,
    zh: `${of.shortZh} ${who}`.trim(),
    en: `${of.nameEn} ${who}`.trim(),
    to: meetingAddress({ month }, "rollcall"),
  }));
};

const resolutions: Finder = async (db, ids) => {
  const rows = await db
    .select({ id: resolution.id, ordinal: resolution.ordinal, month: consultationDay.month })
    .from(resolution)
    .innerJoin(consultationDay, eq(consultationDay.id, resolution.dayId))
    .where(inArray(resolution.id, ids));
  return rows.map(({ id, ordinal, month }) => ({
    id,
    ...numbered(month, ordinal),
    to: meetingAddress({ month }, "minutes"),
  }));
};

const ruleSets: Finder = async (db, ids) => {
  const rows = await db.select().from(ruleSet).where(inArray(ruleSet.id, ids));
  return rows.map(({ id, version, title }) => ({ id, ...same(title, rulesAddress(version)) }));
};

const finders = [
  units,
  people,
  posts,
  days,
  problems,
  tasks,
  topics,
  lists,
  listings,
  allMinutes,
  amendments,
  changeNotes,
  corrections,
  versions,
  attendances,
  resolutions,
  ruleSets,
];

/** The names of the things these identifiers stand for; what has none is left out. */
export async function namesOf(db: Queries, ids: Iterable<string>): Promise<Map<string, Name>> {
  const wanted = [...new Set(ids)];
  const names = new Map<string, Name>();
  // A statement takes only so many parameters.
  for (let at = 0; at < wanted.length; at += 500)
    for (const find of finders)
      for (const { id, ...name } of await find(db, wanted.slice(at, at + 500))) names.set(id, name);
  return names;
}
