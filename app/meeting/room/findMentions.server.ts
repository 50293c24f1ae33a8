import { and, asc, desc, eq, inArray, like, ne, or, type SQL } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { holdingNow } from "~/access/holdingNow.server";
import { dayOf } from "~/calendar/day";
import { nameOfUnit } from "~/i18n/names";
import { done, type Result, refuse } from "~/ledger/result";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { roomRight } from "~/meeting/conduct/roomRight.server";
import type { MentionChoice } from "~/record/document/mention";
import { taskScope } from "~/task/scope.server";
import { taskNumber } from "~/task/taskNumber";
import { unitInForce } from "~/unit/unitInForce.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { attendance, holding, person, post, resolution, task, topic, unit } from "~db/schema";
import { matchesWords } from "~db/search";

const most = { units: 6, people: 6, tasks: 4 };

/**
 * What the words may name, for somebody who writes in the record of a month: units, people by name or post,
 * tasks by number or words, as far as the reader sees them. Who is called to the day comes first; without
 * words, only they do, and the tasks due next. Refuses with `notFound` to whom the room is closed.
 */
export async function findMentions(
  actor: Actor,
  slug: string,
  words: string,
  now: string,
): Promise<Result<MentionChoice[]>> {
  return read(async (db) => {
    const meeting = await findMeeting(db, slug);
    if (!meeting || (await roomRight(db, actor, meeting)) === "none") return refuse("notFound");
    const called = await calledTo(db, meeting.id);
    return done([
      ...(await unitsNamed(db, words, called)),
      ...(await peopleNamed(db, words, called, now)),
      ...(await tasksNamed(db, actor, words, now)),
    ]);
  });
}

async function calledTo(db: Queries, meetingId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ unitId: attendance.unitId })
    .from(attendance)
    .where(eq(attendance.meetingId, meetingId));
  return rows.map((row) => row.unitId);
}

/** Every column may hold the words; % and _ are no wildcards here. */
function holds(words: string, ...columns: Parameters<typeof like>[0][]): SQL | undefined {
  const part = `%${words.replace(/[%_]/g, "")}%`;
  return or(...columns.map((column) => like(column, part)));
}

async function unitsNamed(db: Queries, words: string, called: string[]): Promise<MentionChoice[]> {
  const named = words
    ? holds(words, unit.nameZh, unit.shortZh, unit.nameEn, unit.slug, unit.initials)
    : undefined;
  const rows = await db
    .select({ id: unit.id, slug: unit.slug, ...nameOfUnit(unit) })
    .from(unit)
    .where(and(ne(unit.kind, "district"), unitInForce(), named))
    .orderBy(
      desc(inArray(unit.id, called)),
      asc(eq(unit.kind, "community")),
      asc(unit.sortKey),
      asc(unit.slug),
    )
    .limit(most.units);
  return rows.map(({ id, slug, zh, en }) => ({
    ...{ kind: "unit", id: slug, label: zh, name: { zh, en } },
    ...{ detail: null, invited: called.includes(id) },
  }));
}

async function peopleNamed(
  db: Queries,
  words: string,
  called: string[],
  now: string,
): Promise<MentionChoice[]> {
  const named = words
    ? holds(
        words,
        person.name,
        person.initials,
        post.titleZh,
        post.titleEn,
        unit.nameZh,
        unit.shortZh,
        unit.nameEn,
      )
    : undefined;
  const rows = await db
    .select({ person, post, unit })
    .from(holding)
    .innerJoin(person, eq(person.id, holding.personId))
    .innerJoin(post, eq(post.id, holding.postId))
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(and(holdingNow(now), ne(post.role, "admin"), named))
    .orderBy(
      desc(inArray(unit.id, called)),
      asc(unit.sortKey),
      asc(unit.slug),
      asc(person.sortKey),
      asc(post.id),
    )
    .limit(most.people);
  return rows.map(({ person, post, unit }) => ({
    ...{ kind: "person", id: person.id, label: person.name, name: { zh: person.name, en: person.name } },
    detail: { zh: `${unit.nameZh} ${post.titleZh}`, en: `${post.titleEn}, ${unit.nameEn}` },
    invited: called.includes(unit.id),
  }));
}

async function tasksNamed(db: Queries, actor: Actor, words: string, now: string): Promise<MentionChoice[]> {
  const rows = await db
    .select({ number: task.number, title: topic.title })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(topic, eq(topic.id, resolution.topicId))
    .where(and(taskScope(actor), words ? await tasksLike(db, words, now) : ne(task.state, "struckOff")))
    .orderBy(words ? desc(task.id) : asc(task.dueDate), asc(task.number))
    .limit(most.tasks);
  return rows.map(({ number, title }) => ({
    ...{ kind: "task", id: number, label: number, name: { zh: number, en: number } },
    ...{ detail: { zh: title, en: title }, invited: false },
  }));
}

const yearsBack = 4;

/** By the whole number, by the count in it, or by what the task is about. */
async function tasksLike(db: Queries, words: string, now: string): Promise<SQL | undefined> {
  const year = Number(dayOf(now).slice(0, 4));
  const count = /^\d{1,6}$/.test(words) ? Number(words) : null;
  const numbers =
    count === null
      ? [words.toUpperCase()]
      : Array.from({ length: yearsBack }, (_, back) => taskNumber(year - back, count));
  return or(inArray(task.number, numbers), await matchesWords(db, "task", task.id, words));
}
