import { and, asc, desc, eq, ne, type SQL, sql } from "drizzle-orm";
import { type Actor, seesLists } from "~/access/actor";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import {
  listing,
  lookBackStatement,
  meeting,
  person,
  problem,
  problemList,
  publication,
  publicTopic,
  resolution,
  takenOverMeeting,
  takenOverRow,
  takeover,
  task,
  taskWitness,
  topic,
  unit,
} from "~db/schema";

const listDay = alias(meeting, "list_day");

/**
 * The whole way of a task: whose words it came from, where it was decided, where it was called again.
 * @param seen which meetings the reader may open, as a WHERE over `meeting`; undefined for all
 */
export async function taskTrace(db: Queries, taskId: string, reader: Actor, seen: SQL | undefined) {
  const opens = seen ? sql<boolean>`${seen}`.mapWith(Boolean) : sql<boolean>`true`.mapWith(Boolean);
  const seenMeeting = {
    ...{ slug: meeting.slug, title: meeting.title, date: meeting.date, kind: meeting.kind },
    opens,
  };
  const [row] = await db
    .select({
      problem: { number: problem.number, title: problem.title, words: problem.originalWording },
      listMonth: listDay.slug,
      listStreet: { id: unit.id, slug: unit.slug },
      topic: {
        ...{ id: topic.id, title: topic.title },
        isPublic: sql<boolean>`${publicTopic.seenEpoch} is not null`.mapWith(Boolean),
      },
      meeting: seenMeeting,
      ordinal: resolution.ordinal,
      takenOver: {
        ...{ cells: takenOverRow.cells, sheet: takenOverRow.sheet, row: takenOverRow.row },
        ...{ fileName: takeover.fileName, documentNumber: takenOverMeeting.documentNumber },
      },
    })
    .from(task)
    .innerJoin(resolution, eq(resolution.id, task.resolutionId))
    .innerJoin(meeting, eq(meeting.id, resolution.meetingId))
    .innerJoin(topic, eq(topic.id, resolution.topicId))
    .leftJoin(publicTopic, eq(publicTopic.topicId, topic.id))
    .leftJoin(problem, eq(problem.id, topic.problemId))
    .leftJoin(listing, eq(listing.id, topic.listingId))
    .leftJoin(problemList, eq(problemList.id, listing.listId))
    .leftJoin(listDay, eq(listDay.id, problemList.dayId))
    .leftJoin(unit, eq(unit.id, problemList.streetId))
    .leftJoin(takenOverRow, eq(takenOverRow.taskId, task.id))
    .leftJoin(takeover, eq(takeover.id, takenOverRow.takeoverId))
    .leftJoin(takenOverMeeting, eq(takenOverMeeting.meetingId, meeting.id))
    .where(eq(task.id, taskId))
    .limit(1);
  const lookBacks = await db
    .select({ meeting: seenMeeting, statement: lookBackStatement.statement })
    .from(lookBackStatement)
    .innerJoin(meeting, eq(meeting.id, lookBackStatement.meetingId))
    .where(eq(lookBackStatement.taskId, taskId))
    .orderBy(asc(meeting.date));
  const [published] = await db
    .select({ at: publication.publishedAt, withdrawnAt: publication.withdrawnAt })
    .from(publication)
    .where(eq(publication.taskId, taskId))
    .orderBy(desc(publication.publishedAt))
    .limit(1);
  return {
    problem: row!.problem,
    list: listOf(row!, reader),
    topic: row!.topic,
    meeting: row!.meeting,
    ordinal: row!.ordinal,
    takenOver: presentTakenOver(row!.takenOver),
    lookBacks,
    verified: await verificationOf(db, taskId),
    published: published ?? null,
  };
}

interface FoundList {
  listMonth: string | null;
  listStreet: { id: string; slug: string } | null;
}

/** The street's list that it was on, and whether the reader may open it. */
function listOf({ listMonth, listStreet }: FoundList, reader: Actor) {
  if (!listMonth || !listStreet) return null;
  const opens = seesLists(reader, { streetId: listStreet.id });
  return { month: listMonth, street: listStreet.slug, opens };
}

type FoundRow = Record<"cells" | "sheet" | "fileName" | "documentNumber", string | null> & {
  row: number | null;
};

/** The row of an earlier ledger that a task came from, as it was read; null of what was resolved here. */
function presentTakenOver({ cells, sheet, row, fileName, documentNumber }: FoundRow) {
  if (cells === null || row === null) return null;
  const read = Object.entries(JSON.parse(cells) as Record<string, string>);
  const place = { sheet: sheet ?? "", row, fileName: fileName ?? "" };
  return {
    ...place,
    documentNumber: documentNumber ?? "",
    cells: read.map(([header, text]) => ({ header, text })),
  };
}

/** The verification that holds, and who was named as having been there; null while there is none. */
async function verificationOf(db: Queries, taskId: string) {
  const [row] = await db
    .select({ at: task.solvedAt, name: person.name, state: taskWitness.state })
    .from(task)
    .leftJoin(taskWitness, and(eq(taskWitness.taskId, task.id), ne(taskWitness.state, "denied")))
    .leftJoin(person, eq(person.id, taskWitness.personId))
    .where(eq(task.id, taskId))
    .orderBy(desc(taskWitness.entryId))
    .limit(1);
  if (!row?.at) return null;
  const { at, name, state } = row;
  return { at, witness: name !== null && state !== null && state !== "denied" ? { name, state } : null };
}

/** What {@link taskTrace} finds. */
export type TaskTraceData = Awaited<ReturnType<typeof taskTrace>>;
