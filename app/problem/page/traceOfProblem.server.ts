import { and, asc, eq, inArray, isNotNull, ne, or } from "drizzle-orm";
import { type Actor, isDistrict } from "~/access/actor";
import { visibleListings, visibleProblems } from "~/problem/scope.server";
import { assistingUnits } from "~/task/assistingUnits.server";
import { witnessesOf } from "~/task/witnesses.server";
import type { Queries } from "~db/connect";
import {
  listing,
  lookBackStatement,
  meeting,
  minutes,
  problem,
  problemChannel,
  problemList,
  publication,
  publicTopic,
  resolution,
  task,
  taskEntry,
  topic,
} from "~db/schema";

/** The places of a problem on lists, oldest day first, as far as the reader may see them. */
export async function listingsOf(db: Queries, reader: Actor, problemId: string) {
  return db
    .select({
      id: listing.id,
      state: listing.state,
      submittedAt: listing.submittedAt,
      decisionCode: listing.decisionCode,
      decisionText: listing.decisionText,
      decidedAt: listing.decidedAt,
      sameAsListingId: listing.sameAsListingId,
      listState: problemList.state,
      month: meeting.slug,
      stage: meeting.stage,
    })
    .from(listing)
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .innerJoin(meeting, eq(meeting.id, problemList.dayId))
    .where(and(eq(listing.problemId, problemId), visibleListings(reader)))
    .orderBy(asc(meeting.slug));
}

/**
 * The channels that a problem was in, the oldest first. Its place on a list that is not submitted yet is its street's
 * own, as that list is.
 */
export async function channelsOf(db: Queries, reader: Actor, problemId: string) {
  return db
    .select({
      id: problemChannel.id,
      channel: problemChannel.channel,
      number: problemChannel.number,
      since: problemChannel.since,
      until: problemChannel.until,
      reason: problemChannel.reason,
    })
    .from(problemChannel)
    .innerJoin(problem, eq(problem.id, problemChannel.problemId))
    .leftJoin(listing, eq(listing.id, problemChannel.subjectId))
    .where(
      and(
        eq(problemChannel.problemId, problemId),
        or(ne(problemChannel.channel, "list"), visibleListings(reader)),
      ),
    )
    .orderBy(asc(problemChannel.since), asc(problemChannel.id));
}

/**
 * The problems behind listings, as far as the reader may see them: those a problem was merged into, or that
 * were merged into it.
 */
export async function mergedWith(
  db: Queries,
  reader: Actor,
  which: "carrying" | "carried",
  listingIds: string[],
) {
  if (listingIds.length === 0) return [];
  const column = which === "carrying" ? listing.id : listing.sameAsListingId;
  return db
    .select({
      listingId: listing.id,
      sameAsListingId: listing.sameAsListingId,
      number: problem.number,
      title: problem.title,
      streetId: problem.streetId,
    })
    .from(listing)
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .where(
      and(
        inArray(column, listingIds),
        visibleProblems(db, reader),
        which === "carried" ? eq(listing.state, "merged") : ne(listing.state, "draft"),
      ),
    );
}

/**
 * The appearances of a problem on agendas: its own, and those of the listings that carry it as the same
 * matter. The district sees an agenda while it is being drawn up, others once it is published.
 */
export async function topicsOf(db: Queries, reader: Actor, problemId: string, carrierIds: string[]) {
  const own = eq(topic.problemId, problemId);
  const which = carrierIds.length > 0 ? or(own, inArray(topic.listingId, carrierIds)) : own;
  return db
    .select({
      id: topic.id,
      title: topic.title,
      outcome: topic.outcome,
      outcomeNote: topic.outcomeNote,
      outcomeAt: topic.outcomeAt,
      withdrawnAt: topic.withdrawnAt,
      month: meeting.slug,
      date: meeting.date,
      /** Null until the minutes are issued, and where nothing of the meeting is public. */
      publicity: publicTopic,
    })
    .from(topic)
    .leftJoin(publicTopic, eq(publicTopic.topicId, topic.id))
    .innerJoin(meeting, eq(meeting.id, topic.meetingId))
    .where(and(which, isDistrict(reader) ? undefined : isNotNull(meeting.agendaPublishedAt)))
    .orderBy(asc(meeting.slug));
}

/** What the issued minutes resolved on these topics, each with its task. */
export async function resolutionsOf(db: Queries, topicIds: string[]) {
  if (topicIds.length === 0) return [];
  const rows = await db
    .select({
      id: resolution.id,
      topicId: resolution.topicId,
      ordinal: resolution.ordinal,
      text: resolution.text,
      leadUnitId: resolution.leadUnitId,
      minutesNumber: minutes.number,
      minutesYear: minutes.year,
      issuedAt: minutes.issuedAt,
      month: meeting.slug,
      task: {
        id: task.id,
        number: task.number,
        streetId: task.streetId,
      },
    })
    .from(resolution)
    .innerJoin(minutes, eq(minutes.id, resolution.minutesId))
    .innerJoin(meeting, eq(meeting.id, resolution.meetingId))
    .leftJoin(task, eq(task.resolutionId, resolution.id))
    .where(inArray(resolution.topicId, topicIds))
    .orderBy(asc(meeting.slug), asc(resolution.ordinal));
  const assisting = await assistingUnits(
    db,
    rows.map((row) => row.id),
  );
  const witnesses = await witnessesOf(
    db,
    rows.flatMap((row) => row.task?.id ?? []),
  );
  return rows.map((row) => ({
    ...row,
    assistingUnitIds: assisting(row.id),
    witnessIds: witnesses.filter((one) => one.taskId === row.task?.id).map((one) => one.personId),
  }));
}

/** What happened to these tasks: their entries, the statements at look-backs and what residents were told. */
export async function happenedTo(db: Queries, taskIds: string[]) {
  if (taskIds.length === 0) return { entries: [], statements: [], publications: [] };
  const entries = await db
    .select({
      taskId: taskEntry.taskId,
      event: taskEntry.event,
      text: taskEntry.text,
      at: taskEntry.at,
    })
    .from(taskEntry)
    .where(and(inArray(taskEntry.taskId, taskIds), ne(taskEntry.event, "stateAtLookBack")));
  const statements = await db
    .select({
      taskId: lookBackStatement.taskId,
      statement: lookBackStatement.statement,
      text: lookBackStatement.text,
      at: lookBackStatement.at,
      month: meeting.slug,
    })
    .from(lookBackStatement)
    .innerJoin(meeting, eq(meeting.id, lookBackStatement.meetingId))
    .where(inArray(lookBackStatement.taskId, taskIds))
    .orderBy(asc(meeting.slug));
  const publications = await db
    .select({
      taskId: publication.taskId,
      text: publication.text,
      publishedAt: publication.publishedAt,
      withdrawnAt: publication.withdrawnAt,
      withdrawnReason: publication.withdrawnReason,
    })
    .from(publication)
    .where(inArray(publication.taskId, taskIds));
  return { entries, statements, publications };
}
