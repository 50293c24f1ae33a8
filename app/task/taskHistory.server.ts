import { and, asc, eq, ne } from "drizzle-orm";
import type { NamedMeeting } from "~/i18n/meetingName";
import { nameOfUnit, titleOfPost } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { lookBackStatement, meeting, post, taskEntry, unit } from "~db/schema";
import type { Statement } from "./statement";
import type { TaskEvent } from "./taskState";
import { type NamedWitness, witnessesOf } from "./witnesses.server";

/** In which post somebody acted: the post and its unit. */
export interface ActedIn {
  title: { zh: string; en: string };
  unit: { zh: string; en: string };
}

/** One thing that happened to a task: an event with its words, or a statement at the look-back of a meeting. */
export interface HistoryEntry {
  id: string;
  at: string;
  event: Exclude<TaskEvent, "stateAtLookBack"> | "stated";
  statement?: Statement;
  meeting?: NamedMeeting;
  text: string;
  evidence: string;
  by: ActedIn | null;
  /** Of a verification: who was named as having been there. */
  witness?: NamedWitness;
}

const actedIn = { post, unit };

/** What happened to a task, the latest first. */
export async function taskHistory(db: Queries, taskId: string): Promise<HistoryEntry[]> {
  const events = await db
    .select({ entry: taskEntry, ...actedIn })
    .from(taskEntry)
    .leftJoin(post, eq(post.id, taskEntry.byPostId))
    .leftJoin(unit, eq(unit.id, post.unitId))
    .where(and(eq(taskEntry.taskId, taskId), ne(taskEntry.event, "stateAtLookBack")))
    .orderBy(asc(taskEntry.at), asc(taskEntry.id));
  const said = await db
    .select({
      entry: lookBackStatement,
      meeting: { slug: meeting.slug, title: meeting.title, date: meeting.date },
      ...actedIn,
    })
    .from(lookBackStatement)
    .innerJoin(meeting, eq(meeting.id, lookBackStatement.meetingId))
    .innerJoin(post, eq(post.id, lookBackStatement.byPostId))
    .innerJoin(unit, eq(unit.id, post.unitId))
    .where(eq(lookBackStatement.taskId, taskId));
  const witnesses = await witnessesOf(db, [taskId]);
  return [
    ...events.map(({ entry, ...by }) => ({
      id: entry.id,
      at: entry.at,
      event: entry.event as HistoryEntry["event"],
      text: entry.text,
      evidence: entry.evidence,
      by: presentPost(by),
      witness: witnesses.find(({ entryId }) => entryId === entry.id),
    })),
    ...said.map(({ entry, meeting, ...by }) => ({
      id: entry.id,
      at: entry.at,
      event: "stated" as const,
      statement: entry.statement,
      meeting,
      text: entry.text,
      evidence: "",
      by: presentPost(by),
    })),
  ].sort((one, other) => (one.at === other.at ? compare(other.id, one.id) : compare(other.at, one.at)));
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

interface ActedRow {
  post: typeof post.$inferSelect | null;
  unit: typeof unit.$inferSelect | null;
}

/** Nobody where the system itself acted, as at the dispatch by issued minutes. */
function presentPost({ post: held, unit: of }: ActedRow): ActedIn | null {
  return held && of ? { title: titleOfPost(held), unit: nameOfUnit(of) } : null;
}
