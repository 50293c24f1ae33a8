import { and, asc, eq, ne } from "drizzle-orm";
import { type Actor, seesPublishing } from "~/access/actor";
import { filesOn } from "~/file/filesOn.server";
import { answersOf } from "~/problem/answer/answersOf.server";
import { collectingMonth } from "~/problem/collectingMonth.server";
import { type ProposalRow, proposalOf } from "~/problem/communityProposal.server";
import { dutyFactOf } from "~/problem/duty/dutyFactOf.server";
import { dutyProposalsFor } from "~/problem/duty/dutyProposals.server";
import { erasuresOf } from "~/problem/erasuresOf.server";
import { holds, listOfProblem } from "~/problem/findProblem.server";
import type { ProblemRow } from "~/problem/insertProblem.server";
import { concernedUnitsOf } from "~/problem/listedProblems.server";
import { placeState, takesChanges } from "~/problem/listing";
import { canChangeProblem, canErase, canList, canSeeProposal } from "~/problem/permission";
import { problemFileRights, problemFiles } from "~/problem/problemFiles.server";
import { mergedInto } from "~/problem/raised/mergedInto.server";
import { visibleProblems } from "~/problem/scope.server";
import { similarProblems } from "~/problem/similarProblems.server";
import { similarTasks } from "~/problem/similarTasks.server";
import { canSeeTask } from "~/task/permission";
import { unitsById } from "~/unit/namedUnits.server";
import { sketchOf } from "~/unit/sketch/sketchOf.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import {
  consultationDay,
  importedFile,
  importedRow,
  lateRequest,
  listing,
  meeting,
  problem,
  problemList,
} from "~db/schema";
import { problemHistory } from "./problemHistory";
import {
  channelsOf,
  happenedTo,
  listingsOf,
  mergedWith,
  resolutionsOf,
  topicsOf,
} from "./traceOfProblem.server";

export type ProblemView = NonNullable<Awaited<ReturnType<typeof showProblem>>>;

/**
 * A problem with its whole trace, from the words to what residents were told, as far as the reader may see
 * it; null where there is none for them.
 */
export async function showProblem(actor: Actor, number: string) {
  return read(async (db) => {
    const [row] = await db
      .select()
      .from(problem)
      .where(and(eq(problem.number, number), visibleProblems(db, actor)))
      .limit(1);
    if (!row) return null;
    const trace = await traceOf(db, actor, row);
    const erasures = await erasuresOf(db, row.id);
    const proposal = await proposalOf(db, row.id);
    const proposed = proposal ? await proposalFacts(db, actor, proposal) : null;
    const can = await rights(db, actor, row, proposal);
    const channels = await channelsOf(db, actor, row.id);
    const answers = await answersOf(db, actor, row);
    return {
      problem: row,
      units: await namesFor(db, row, trace),
      imported: canList(actor, "see", row) ? await importedFrom(db, row.importedRowId) : null,
      trace,
      files: await filesOn(db, actor, problemFiles.kind, {
        id: row.id,
        rights: problemFileRights(actor, row),
      }),
      history: problemHistory(row, { ...trace, erasures, channels, answers, proposal: proposed }),
      /** What its community proposed it as, and what became of that. */
      proposal: proposed,
      merged: await mergedInto(db, [row.id], actor),
      /** Where it is dealt with now, as far as the reader may know. */
      channel: channels.find((one) => one.until === null) ?? null,
      erasures,
      /** What whoever raised it was told of a refusal, or is to be told. */
      answers,
      similar: (await similarProblems(db, actor, row, 4)).map(
        ({ problem: { number, title }, ...shared }) => ({
          ...{ number, title },
          ...shared,
        }),
      ),
      similarTasks: await similarTasks(db, actor, row),
      can,
      /** The street's sketch, where the problem has a place on it. */
      sketch: row.spot ? (await sketchOf(db, row.streetId)).areas : null,
      duty: (await dutyFactOf(db, row))?.item ?? null,
      /** Items that it may fall under, for whoever can still say so. */
      proposals: can.editOn && !row.dutyItemId ? await proposalsFor(db, row) : [],
    };
  });
}

function proposalsFor(db: Queries, { title, place, problemClass, summary, originalWording }: ProblemRow) {
  return dutyProposalsFor(db, { title, place, problemClass, words: `${summary}\n${originalWording}` });
}

function isTaskOpen(actor: Actor, promised: Awaited<ReturnType<typeof resolutionsOf>>[number]): boolean {
  const { task, leadUnitId, assistingUnitIds, witnessIds } = promised;
  if (!task) return false;
  return canSeeTask(actor, {
    streetId: task.streetId,
    leadUnitId,
    assistingUnitIds,
    witnessIds,
  });
}

/** A problem's appearances and what followed from them, in order. */
export type ProblemTrace = Awaited<ReturnType<typeof traceOf>>;

async function traceOf(db: Queries, actor: Actor, row: ProblemRow) {
  const listings = await listingsOf(db, actor, row.id);
  const carrierIds = listings.flatMap((one) =>
    one.state === "merged" && one.sameAsListingId ? [one.sameAsListingId] : [],
  );
  const topics = await topicsOf(db, actor, row.id, carrierIds);
  const promised = await resolutionsOf(
    db,
    topics.map((one) => one.id),
  );
  // Minutes are every official's to read, the work on a task is its parties'.
  const resolutions = promised.map((one) => ({ ...one, taskOpen: isTaskOpen(actor, one) }));
  const tasks = resolutions.flatMap((one) => (one.task && one.taskOpen ? [one.task] : []));
  return {
    listings: listings.map((one) => ({
      ...one,
      standing: placeState(one.state, one.listState),
      /** The street can still change it and send it. */
      open: takesChanges(one.stage, one.listState),
    })),
    carriers: await mergedWith(db, actor, "carrying", carrierIds),
    carried: await mergedWith(
      db,
      actor,
      "carried",
      listings.map((one) => one.id),
    ),
    topics,
    resolutions,
    ...(await happenedTo(
      db,
      tasks.map((one) => one.id),
    )),
  };
}

async function namesFor(db: Queries, row: ProblemRow, trace: ProblemTrace) {
  const concerned = (await concernedUnitsOf(db, [row.id])).get(row.id) ?? [];
  const units = await unitsById(db, [
    row.streetId,
    row.communityId,
    row.seesUnitId,
    row.powerUnitId,
    ...concerned,
    ...trace.resolutions.map((one) => one.leadUnitId),
    ...[...trace.carriers, ...trace.carried].map((one) => one.streetId),
  ]);
  const of = (id: string | null) => (id ? (units.get(id) ?? null) : null);
  return {
    street: of(row.streetId),
    community: of(row.communityId),
    sees: of(row.seesUnitId),
    power: of(row.powerUnitId),
    concerned: concerned.map(of).filter((one) => one !== null),
    byId: Object.fromEntries(units),
  };
}

async function importedFrom(db: Queries, rowId: string | null) {
  if (!rowId) return null;
  const [found] = await db
    .select({
      fileName: importedFile.fileName,
      importedAt: importedFile.importedAt,
      rowNumber: importedRow.rowNumber,
      cells: importedRow.cells,
    })
    .from(importedRow)
    .innerJoin(importedFile, eq(importedFile.id, importedRow.fileId))
    .where(eq(importedRow.id, rowId));
  return found
    ? { ...found, cells: Object.entries(JSON.parse(found.cells) as Record<string, string>) }
    : null;
}

/** The reason is for the community and its street; into which problem it was merged may be known by whoever sees both. */
async function proposalFacts(db: Queries, actor: Actor, { state, answer, ...row }: ProposalRow) {
  const [into] = row.intoProblemId
    ? await db
        .select({ number: problem.number })
        .from(problem)
        .where(and(eq(problem.id, row.intoProblemId), visibleProblems(db, actor)))
    : [];
  const [day] = await db.select({ month: meeting.slug }).from(meeting).where(eq(meeting.id, row.dayId));
  const own = canSeeProposal(actor, row);
  return {
    ...{ state, own, answer: own ? answer : "", into: into?.number ?? null, month: day!.month },
    ...{ proposedAt: row.proposedAt, answeredAt: row.answeredAt },
  };
}

async function rights(db: Queries, actor: Actor, row: ProblemRow, proposal: ProposalRow | undefined) {
  const place = await listOfProblem(db, row.id);
  const open = place !== undefined && takesChanges(place.day.stage, place.list.state);
  const own = row.streetId === actor.streetId && canList(actor, "submit", row);
  // What waits for the street's answer is answered beside its list.
  const live = (place !== undefined && holds(place)) || proposal?.state === "waiting";
  return {
    /** What else stands on the lists that it is on. */
    seeList: canList(actor, "see", row),
    /** Month of the list on which it can be changed. */
    editOn: open && canChangeProblem(actor, row) ? place.day.month : null,
    erase: canErase(actor, row),
    /** Month of the list it can be put on again. */
    listAgainOn: own && !live ? await collectingMonth(db, place?.day.month) : null,
    /** Month for which it can be asked for although the window has closed. */
    askLateOn: own && !live ? await lateMonth(db, row) : null,
    seePublishing: seesPublishing(actor),
  };
}

/** The month that is being screened, unless the list is back with the street or the problem was asked for already. */
async function lateMonth(db: Queries, row: ProblemRow): Promise<string | null> {
  const [day] = await db
    .select({ id: meeting.id, month: meeting.slug, list: problemList.state })
    .from(consultationDay)
    .innerJoin(meeting, and(eq(meeting.id, consultationDay.meetingId), eq(meeting.stage, "screening")))
    .leftJoin(problemList, and(eq(problemList.dayId, meeting.id), eq(problemList.streetId, row.streetId)))
    .orderBy(asc(meeting.slug));
  if (!day || day.list === "returned") return null;
  const [asked] = await db
    .select({ id: lateRequest.id })
    .from(lateRequest)
    .innerJoin(listing, eq(listing.id, lateRequest.listingId))
    .where(
      and(eq(listing.problemId, row.id), eq(lateRequest.dayId, day.id), ne(lateRequest.state, "withdrawn")),
    );
  return asked ? null : day.month;
}
