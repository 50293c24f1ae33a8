import { and, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import { wordFields } from "~/problem/erased";
import { QueryBuilder } from "~db/alias";
import type { Queries } from "~db/connect";
import { type Column, holdsAny, type Table } from "~db/passage";
import {
  communityProposal,
  file,
  lateRequest,
  ledgerText,
  leftOut,
  listing,
  listVersionRow,
  lookBackStatement,
  milestone,
  notice,
  opinion,
  opinionVersion,
  outbox,
  problem,
  problemChannel,
  publication,
  publicTopic,
  research,
  reservation,
  residentAnswer,
  resolution,
  resourceNeed,
  resourceOffer,
  resourcePromise,
  submission,
  takenOverRow,
  task,
  taskEntry,
  taskExtension,
  taskOrder,
  topic,
  visit,
  visitEntry,
} from "~db/schema";

/** The things in which words about a problem can stand. */
export interface Around {
  /** The problem, and copies of it that are there for nobody. */
  problems: string[];
  topics: string[];
  tasks: string[];
}

/** A kind of row in which words can stand and from which they can be erased. */
export interface Home {
  home: string;
  table: Table;
  key: Column;
  fields: Record<string, Column>;
  /** Which rows belong to the problem; without it, every row is looked through. */
  of?: (around: Around) => SQL;
}

/** The files on a problem, its topics, its tasks and their milestones: each by its own id, whatever kind it is. */
export function attachedTo({ problems, topics, tasks }: Around): SQL {
  const ofTasks = new QueryBuilder()
    .select({ id: milestone.id })
    .from(milestone)
    .where(inArray(milestone.taskId, tasks));
  return or(
    inArray(file.subjectId, [...problems, ...topics, ...tasks]),
    inArray(file.subjectId, ofTasks),
    inArray(file.subjectId, opinionsOn(topics)),
  )!;
}

function opinionsOn(topics: readonly string[]) {
  return new QueryBuilder().select({ id: opinion.id }).from(opinion).where(inArray(opinion.topicId, topics));
}

function neededBy({ problems, topics, tasks }: Around) {
  return new QueryBuilder()
    .select({ id: resourceNeed.id })
    .from(resourceNeed)
    .where(
      or(
        inArray(resourceNeed.problemId, problems),
        inArray(resourceNeed.topicId, topics),
        inArray(resourceNeed.taskId, tasks),
      ),
    );
}

const columns = <T extends Table, K extends string & keyof T>(table: T, ...names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, table[name] as Column]));

/** Every home but the imported rows, whose cells are an object each. */
export const homes: readonly Home[] = [
  {
    ...{ home: "problem", table: problem, key: problem.id, fields: columns(problem, ...wordFields) },
    of: ({ problems }) => inArray(problem.id, problems),
  },
  {
    ...{ home: "listVersionRow", table: listVersionRow, key: listVersionRow.id },
    fields: columns(listVersionRow, ...wordFields),
    of: ({ problems }) => inArray(listVersionRow.problemId, problems),
  },
  {
    ...{ home: "channel", table: problemChannel, key: problemChannel.id },
    fields: columns(problemChannel, "reason"),
    of: ({ problems }) => inArray(problemChannel.problemId, problems),
  },
  {
    ...{ home: "listing", table: listing, key: listing.id, fields: columns(listing, "decisionText") },
    of: ({ problems }) => inArray(listing.problemId, problems),
  },
  {
    ...{ home: "lateRequest", table: lateRequest, key: lateRequest.id },
    fields: columns(lateRequest, "reason", "answer"),
    of: ({ problems }) =>
      inArray(
        lateRequest.listingId,
        new QueryBuilder()
          .select({ id: listing.id })
          .from(listing)
          .where(inArray(listing.problemId, problems)),
      ),
  },
  {
    ...{ home: "residentAnswer", table: residentAnswer, key: residentAnswer.id },
    fields: columns(residentAnswer, "text"),
    of: ({ problems }) =>
      inArray(
        residentAnswer.listingId,
        new QueryBuilder()
          .select({ id: listing.id })
          .from(listing)
          .where(inArray(listing.problemId, problems)),
      ),
  },
  {
    ...{ home: "communityProposal", table: communityProposal, key: communityProposal.id },
    fields: columns(communityProposal, "answer"),
    of: ({ problems }) => inArray(communityProposal.problemId, problems),
  },
  {
    ...{ home: "topic", table: topic, key: topic.id },
    fields: columns(topic, "title", "outcomeNote", "reopenReason"),
    of: ({ topics }) => inArray(topic.id, topics),
  },
  {
    ...{ home: "reservation", table: reservation, key: reservation.id },
    fields: columns(reservation, "words"),
    of: ({ topics }) => inArray(reservation.topicId, topics),
  },
  {
    // What was issued is frozen in its minutes; what was taken over stands nowhere else.
    ...{ home: "resolution", table: resolution, key: resolution.id, fields: columns(resolution, "text") },
    of: ({ topics }) => and(isNull(resolution.minutesId), inArray(resolution.topicId, topics))!,
  },
  {
    ...{ home: "takenOverRow", table: takenOverRow, key: takenOverRow.taskId },
    fields: columns(takenOverRow, "cells"),
  },
  {
    ...{ home: "opinion", table: opinion, key: opinion.id, fields: columns(opinion, "terms", "text") },
    of: ({ topics }) => inArray(opinion.topicId, topics),
  },
  {
    ...{ home: "opinionVersion", table: opinionVersion, key: opinionVersion.id },
    fields: columns(opinionVersion, "terms", "text"),
    of: ({ topics }) => inArray(opinionVersion.opinionId, opinionsOn(topics)),
  },
  {
    ...{ home: "resourceNeed", table: resourceNeed, key: resourceNeed.id },
    fields: columns(resourceNeed, "words", "endReason"),
    of: (around) => inArray(resourceNeed.id, neededBy(around)),
  },
  {
    // What stands open serves whichever need takes it.
    ...{ home: "resourceOffer", table: resourceOffer, key: resourceOffer.id },
    fields: columns(resourceOffer, "words", "conditions", "behalfOf", "broughtBy", "endReason"),
  },
  {
    ...{ home: "resourcePromise", table: resourcePromise, key: resourcePromise.id },
    fields: columns(resourcePromise, "takenBackReason"),
    of: (around) => inArray(resourcePromise.needId, neededBy(around)),
  },
  {
    ...{ home: "task", table: task, key: task.id, fields: columns(task, "blocked") },
    of: ({ tasks }) => inArray(task.id, tasks),
  },
  {
    ...{
      home: "taskEntry",
      table: taskEntry,
      key: taskEntry.id,
      fields: columns(taskEntry, "text", "evidence"),
    },
    of: ({ tasks }) => inArray(taskEntry.taskId, tasks),
  },
  {
    ...{ home: "taskExtension", table: taskExtension, key: taskExtension.id },
    fields: columns(taskExtension, "reason", "decisionText"),
    of: ({ tasks }) => inArray(taskExtension.taskId, tasks),
  },
  {
    ...{ home: "taskOrder", table: taskOrder, key: taskOrder.id },
    fields: columns(taskOrder, "text", "answer"),
    of: ({ tasks }) => inArray(taskOrder.taskId, tasks),
  },
  {
    ...{ home: "milestone", table: milestone, key: milestone.id, fields: columns(milestone, "text") },
    of: ({ tasks }) => inArray(milestone.taskId, tasks),
  },
  {
    ...{ home: "lookBack", table: lookBackStatement, key: lookBackStatement.id },
    fields: columns(lookBackStatement, "text"),
    of: ({ tasks }) => inArray(lookBackStatement.taskId, tasks),
  },
  {
    ...{ home: "publication", table: publication, key: publication.id },
    fields: columns(publication, "text", "withdrawnReason"),
    of: ({ tasks }) => inArray(publication.taskId, tasks),
  },
  {
    ...{ home: "file", table: file, key: file.id, fields: columns(file, "name", "caption", "removedReason") },
    of: attachedTo,
  },
  {
    ...{ home: "publicTopic", table: publicTopic, key: publicTopic.topicId },
    fields: columns(publicTopic, "title"),
    of: ({ topics }) => inArray(publicTopic.topicId, topics),
  },
  { home: "research", table: research, key: research.meetingId, fields: columns(research, "brief") },
  { home: "visit", table: visit, key: visit.id, fields: columns(visit, "title", "people") },
  { home: "visitEntry", table: visitEntry, key: visitEntry.id, fields: columns(visitEntry, "text") },
  { home: "leftOut", table: leftOut, key: leftOut.id, fields: columns(leftOut, "reason", "endReason") },
  { home: "submission", table: submission, key: submission.id, fields: columns(submission, "answer") },
  { home: "outbox", table: outbox, key: outbox.sequence, fields: columns(outbox, "payload", "lastError") },
  { home: "notice", table: notice, key: notice.id, fields: columns(notice, "details") },
  { home: "ledgerText", table: ledgerText, key: ledgerText.digest, fields: columns(ledgerText, "text") },
];

/** The fields of one row of a home, as they are. */
export interface HomeRow {
  id: string;
  texts: Record<string, string | null>;
}

/** Reads the rows of a home in which words about a problem may stand. */
export async function rowsOf(
  db: Queries,
  { table, key, fields, of }: Home,
  around: Around,
  fragments: readonly string[],
): Promise<HomeRow[]> {
  const where = of ? of(around) : or(...Object.values(fields).map((column) => holdsAny(column, fragments)));
  const rows = await db
    .select({ key, ...fields })
    .from(table)
    .where(where);
  return rows.map(({ key: id, ...texts }) => ({
    id: String(id),
    texts: texts as Record<string, string | null>,
  }));
}

/** Writes what remains into a row of a home. */
export async function writeRow(
  tx: Queries,
  { table, key, fields }: Home,
  { id, texts }: { id: string; texts: Record<string, string> },
): Promise<void> {
  const set = Object.fromEntries(Object.entries(texts).filter(([field]) => field in fields));
  const value = key.dataType === "number" ? Number(id) : id;
  await tx.update(table).set(set).where(eq(key, value));
}
