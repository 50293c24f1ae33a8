import { and, asc, desc, eq, gte, inArray, isNotNull, ne, notInArray } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { publicTopic, resolution, task, topic } from "~db/schema";
import { isSeen, loadDecisions } from "./decisions.server";
import { issuedDays } from "./issuedDays.server";
import { doneNews, newsOf, openNews } from "./news";
import { dayWithDecisions, type PublicDay } from "./publicDay.server";
import type { PublicNews } from "./published";

/** Most rows of "done since" and of "still open" on the first page; the streets' pages have the rest. */
const most = 6;

/** What the first page tells. */
export interface PublicHome {
  latest: PublicDay | null;
  /** Found solved on or after the latest day. */
  doneSince: PublicNews[];
  /** Open from earlier days, what is due first at the top. */
  open: PublicNews[];
}

/** The latest issued day, what was done since, and what earlier days left open. */
export async function publicHome(now: string): Promise<PublicHome> {
  return read(async (db) => {
    const [day] = await issuedDays(db, { limit: 1 });
    if (!day) return { latest: null, doneSince: [], open: [] };
    const [latest, done, open] = [
      await dayWithDecisions(db, day, now),
      await loadDecisions(db, inArray(topic.id, await solvedSince(db, day.date)), now),
      await loadDecisions(db, inArray(topic.id, await dueFirst(db, day.id)), now),
    ];
    const since = newsOf(done).filter(({ promise }) => (promise.solvedAt ?? "") >= day.date);
    return {
      latest,
      doneSince: doneNews(since).slice(0, most),
      open: openNews(newsOf(open)).slice(0, most),
    };
  });
}

async function solvedSince(db: Queries, date: string): Promise<string[]> {
  const rows = await db
    .select({ topicId: resolution.topicId })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(publicTopic, eq(publicTopic.topicId, resolution.topicId))
    .where(and(isSeen, isNotNull(task.solvedAt), gte(task.solvedAt, date)))
    .orderBy(desc(task.solvedAt))
    .limit(most * 2);
  return rows.map((row) => row.topicId);
}

async function dueFirst(db: Queries, exceptDayId: string): Promise<string[]> {
  const rows = await db
    .select({ topicId: resolution.topicId })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(publicTopic, eq(publicTopic.topicId, resolution.topicId))
    .where(
      and(isSeen, notInArray(task.state, ["solved", "struckOff"]), ne(resolution.meetingId, exceptDayId)),
    )
    .orderBy(asc(task.dueDate))
    .limit(most * 2);
  return rows.map((row) => row.topicId);
}
