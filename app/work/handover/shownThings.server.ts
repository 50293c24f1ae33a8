import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { isNamedByMonth, meetingAddress } from "~/address/meetings";
import type { NamedMeeting } from "~/i18n/meetingName";
import { meetingNames } from "~/meeting/conduct/meetingNames.server";
import { meetingScope } from "~/meeting/conduct/meetingScope.server";
import { visibleProblems } from "~/problem/scope.server";
import { taskScope } from "~/task/scope.server";
import type { OpenKind } from "~/unit/handover";
import type { Queries } from "~db/connect";
import { meeting, type post, problem, resolution, task, topic } from "~db/schema";

/** What is called and linked: a thing that is, or was, open with a post. */
interface Thing {
  key: string;
  kind: OpenKind;
  name: string;
  address: string;
}

interface Shown {
  title: string;
  meeting?: NamedMeeting;
  to: string | null;
}

/**
 * Tells what each thing is called for a reader and where it opens for them: every kind within the reader's own scope,
 * so that no link leads to a page that is not there for them.
 * @param of the post with which the things are open
 */
export async function shownThings(
  db: Queries,
  reader: Actor,
  of: Pick<typeof post.$inferSelect, "id" | "unitId" | "role">,
  things: readonly Thing[],
): Promise<(thing: Thing) => Shown> {
  const named = await namedFor(db, reader, things);
  // Leaders chair and approve each for themselves; in every other unit one desk does the same work.
  const sameDesk = reader.role === of.role && reader.unitId === of.unitId && reader.role !== "leader";
  const opensAll = reader.postId === of.id || sameDesk;
  return ({ key, kind, name, address }) => {
    const title = named.titles.get(key);
    if (title !== undefined) return { title, to: address };
    if (kind === "task" || kind === "topic") return { title: "", to: null };
    const held = named.meetings.get(name);
    if (held) return { title: "", meeting: held, to: opensAll ? address : meetingAddress(held) };
    // That a month has its day stands in the plan, which every official reads.
    return isNamedByMonth(name)
      ? { title: "", meeting: { slug: name, title: "", date: "" }, to: null }
      : { title: "", to: null };
  };
}

// A statement takes only so many parameters.
const atOnce = 500;

async function namedFor(db: Queries, reader: Actor, things: readonly Thing[]) {
  const titles = new Map<string, string>();
  const meetings = new Map<string, NamedMeeting>();
  for (let at = 0; at < things.length; at += atOnce) {
    const some = things.slice(at, at + atOnce);
    for (const [key, title] of [
      ...(await tasksOf(db, reader, some)),
      ...(await problemsOf(db, reader, some)),
      ...(await topicsOf(db, reader, some)),
    ])
      titles.set(key, title);
    for (const row of await meetingsOf(db, reader, some)) meetings.set(row.slug, row);
  }
  return { titles, meetings };
}

const ofKind = (things: readonly Thing[], kind: OpenKind) => things.filter((one) => one.kind === kind);
const namesOf = (things: readonly Thing[]) => things.map(({ name }) => name);

async function tasksOf(db: Queries, reader: Actor, things: readonly Thing[]): Promise<[string, string][]> {
  const rows = await db
    .select({ number: task.number, title: topic.title })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(topic, eq(topic.id, resolution.topicId))
    .where(and(inArray(task.number, namesOf(ofKind(things, "task"))), taskScope(reader)));
  return rows.map(({ number, title }) => [`task-${number}`, title]);
}

async function topicsOf(db: Queries, reader: Actor, things: readonly Thing[]): Promise<[string, string][]> {
  const ids = ofKind(things, "topic").map(({ key }) => key.slice("topic-".length));
  const rows = await meetingNames.topic!(db, ids, reader);
  return rows.map(({ id, zh }) => [`topic-${id}`, zh]);
}

// What goes by a problem's number: an answer that a resident waits for, a topic on an agenda that is still being drawn up.
async function problemsOf(db: Queries, reader: Actor, things: readonly Thing[]): Promise<[string, string][]> {
  const others = [...ofKind(things, "other"), ...ofKind(things, "topic")];
  const rows = await db
    .select({ number: problem.number, title: problem.title })
    .from(problem)
    .where(and(inArray(problem.number, namesOf(others)), visibleProblems(db, reader)));
  const titles = new Map(rows.map(({ number, title }) => [number, title]));
  return others.flatMap(({ key, name }) => (titles.has(name) ? [[key, titles.get(name)!]] : []));
}

function meetingsOf(db: Queries, reader: Actor, things: readonly Thing[]) {
  return db
    .select({ slug: meeting.slug, title: meeting.title, date: meeting.date, kind: meeting.kind })
    .from(meeting)
    .where(and(inArray(meeting.slug, namesOf(things)), meetingScope(db, reader)));
}
