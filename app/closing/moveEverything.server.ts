import { and, eq, inArray, isNotNull, isNull, notInArray, sql } from "drizzle-orm";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import {
  attendance,
  communityProposal,
  dutyAssistingUnit,
  dutyItem,
  joiningStreet,
  lateRequest,
  listing,
  meeting,
  opinion,
  post,
  problem,
  problemConcernedUnit,
  problemList,
  residentAnswer,
  resourceOffer,
  task,
  unit,
} from "~db/schema";
import { meetingGoesOn, taskGoesOn } from "./openOfUnit.server";

/**
 * Moves everything open of one unit to another, inside the caller's transaction, and its problems whatever became of
 * them. What is at its end stays with the name under which it was done. Refuses with `listsDiffer` where both sent lists
 * for one day that do not stand alike.
 */
export async function moveEverything(
  tx: Queries,
  { from, to, now }: { from: string; to: string; now: string },
): Promise<Result<null>> {
  await tx.update(post).set({ unitId: to }).where(eq(post.unitId, from));
  await tx.update(unit).set({ parentId: to }).where(eq(unit.parentId, from));
  await moveDuties(tx, from, to);
  await tx.update(resourceOffer).set({ unitId: to }).where(eq(resourceOffer.unitId, from));
  await moveTasks(tx, from, to);
  await moveProblems(tx, from, to);
  const lists = await moveLists(tx, from, to);
  if (!lists.ok) return lists;
  await moveMeetings(tx, from, to);
  await moveOpinions(tx, { from, to, now });
  return done(null);
}

async function moveDuties(tx: Queries, from: string, to: string): Promise<void> {
  await tx.update(dutyItem).set({ unitId: to }).where(eq(dutyItem.unitId, from));
  const assisted = tx
    .select({ id: dutyAssistingUnit.dutyItemId })
    .from(dutyAssistingUnit)
    .where(eq(dutyAssistingUnit.unitId, to));
  const assists = eq(dutyAssistingUnit.unitId, from);
  // Where both assist, one line is enough.
  await tx.delete(dutyAssistingUnit).where(and(assists, inArray(dutyAssistingUnit.dutyItemId, assisted)));
  await tx.update(dutyAssistingUnit).set({ unitId: to }).where(assists);
}

async function moveTasks(tx: Queries, from: string, to: string): Promise<void> {
  const next = { version: sql`${task.version} + 1` };
  const open = taskGoesOn();
  await tx
    .update(task)
    .set({ leadUnitId: to, ...next })
    .where(and(eq(task.leadUnitId, from), open));
  await tx
    .update(task)
    .set({ streetId: to, ...next })
    .where(and(eq(task.streetId, from), open));
  await tx
    .update(task)
    .set({ overseerUnitId: to, ...next })
    .where(and(eq(task.overseerUnitId, from), open));
}

async function moveProblems(tx: Queries, from: string, to: string): Promise<void> {
  await tx.update(problem).set({ streetId: to }).where(eq(problem.streetId, from));
  await tx.update(lateRequest).set({ streetId: to }).where(eq(lateRequest.streetId, from));
  await tx.update(residentAnswer).set({ unitId: to }).where(eq(residentAnswer.unitId, from));
  await tx.update(problem).set({ communityId: to }).where(eq(problem.communityId, from));
  await tx.update(communityProposal).set({ streetId: to }).where(eq(communityProposal.streetId, from));
  await tx.update(communityProposal).set({ communityId: to }).where(eq(communityProposal.communityId, from));
  await tx.update(problem).set({ seesUnitId: to }).where(eq(problem.seesUnitId, from));
  await tx.update(problem).set({ powerUnitId: to }).where(eq(problem.powerUnitId, from));
  const there = tx
    .select({ id: problemConcernedUnit.problemId })
    .from(problemConcernedUnit)
    .where(eq(problemConcernedUnit.unitId, to));
  await tx
    .update(problemConcernedUnit)
    .set({ unitId: to })
    .where(and(eq(problemConcernedUnit.unitId, from), notInArray(problemConcernedUnit.problemId, there)));
}

/** A list goes over as it is; where there are two for one day, what stands on the one goes onto the other. */
async function moveLists(tx: Queries, from: string, to: string): Promise<Result<null>> {
  const rows = await tx
    .select({ list: problemList })
    .from(problemList)
    .innerJoin(meeting, eq(meeting.id, problemList.dayId))
    .where(and(inArray(problemList.streetId, [from, to]), meetingGoesOn()));
  const lists = rows.map(({ list }) => list);
  for (const list of lists.filter(({ streetId }) => streetId === from)) {
    const other = lists.find((one) => one.streetId === to && one.dayId === list.dayId);
    if (other && other.state !== list.state) return refuse("listsDiffer");
    if (!other) await tx.update(problemList).set({ streetId: to }).where(eq(problemList.id, list.id));
    else await tx.update(listing).set({ listId: other.id }).where(eq(listing.listId, list.id));
  }
  return done(null);
}

async function moveMeetings(tx: Queries, from: string, to: string): Promise<void> {
  const goingOn = tx.select({ id: meeting.id }).from(meeting).where(meetingGoesOn());
  await tx
    .update(attendance)
    .set({ unitId: to, version: sql`${attendance.version} + 1` })
    .where(and(eq(attendance.unitId, from), inArray(attendance.meetingId, goingOn)));
  const joined = tx
    .select({ id: joiningStreet.meetingId })
    .from(joiningStreet)
    .where(eq(joiningStreet.streetId, to));
  await tx
    .update(joiningStreet)
    .set({ streetId: to })
    .where(
      and(
        eq(joiningStreet.streetId, from),
        inArray(joiningStreet.meetingId, goingOn),
        notInArray(joiningStreet.meetingId, joined),
      ),
    );
  const next = { version: sql`${meeting.version} + 1` };
  await tx
    .update(meeting)
    .set({ organiserUnitId: to, ...next })
    .where(and(eq(meeting.organiserUnitId, from), meetingGoesOn()));
  await tx
    .update(meeting)
    .set({ hostUnitId: to, ...next })
    .where(and(eq(meeting.hostUnitId, from), meetingGoesOn()));
}

/**
 * What a unit was asked to write and has not submitted goes over. Where the other one is asked about that topic too, it
 * writes one opinion: the request that is left over is taken back.
 */
async function moveOpinions(
  tx: Queries,
  { from, to, now }: { from: string; to: string; now: string },
): Promise<void> {
  const goingOn = tx.select({ id: meeting.id }).from(meeting).where(meetingGoesOn());
  const asked = tx.select({ id: opinion.topicId }).from(opinion).where(eq(opinion.unitId, to));
  const open = and(
    ...[eq(opinion.unitId, from), isNull(opinion.submittedAt), isNull(opinion.takenBackAt)],
    inArray(opinion.meetingId, goingOn),
  );
  const topics = tx.select({ id: opinion.topicId }).from(opinion).where(open);
  const next = { version: sql`${opinion.version} + 1` };
  await tx
    .update(opinion)
    .set({ takenBackAt: null, ...next })
    .where(and(eq(opinion.unitId, to), isNotNull(opinion.takenBackAt), inArray(opinion.topicId, topics)));
  await tx
    .update(opinion)
    .set({ takenBackAt: now, ...next })
    .where(and(open, inArray(opinion.topicId, asked)));
  await tx
    .update(opinion)
    .set({ unitId: to, ...next })
    .where(and(open, notInArray(opinion.topicId, asked)));
}
