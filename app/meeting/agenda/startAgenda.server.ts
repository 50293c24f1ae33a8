import { and, asc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Book } from "~/ledger/change.server";
import { freshness } from "~/ledger/freshness";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { alignment } from "~/meeting/conduct/alignment";
import { chairOf } from "~/meeting/conduct/chairOf.server";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import type { Meeting } from "~/meeting/conduct/findMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { lookBackTitle } from "~/meeting/conduct/topic";
import { deferredTo, insertDeferred } from "~/meeting/deferral/callDeferred.server";
import { carriedElsewhere } from "~/meeting/library/carriedElsewhere.server";
import { moveStage } from "~/meeting/stage/moveStage.server";
import { countUndecided } from "~/problem/screening/countUndecided.server";
import type { Queries } from "~db/connect";
import { attendance, listing, problem, problemList, topic } from "~db/schema";

/**
 * Turns what the screening admitted into the agenda of the day: the look-back first, then the host street's
 * matters, then those of the others, as their lists had them. What another meeting has taken up meanwhile, while this
 * day was cancelled, stays there. What earlier days put off to this one comes first after the look-back. Calls the chair. Refuses with `notFound`,
 * `notAllowed`, `undecidedListings` while a submitted matter waits for its decision, `wrongStage`.
 * @returns how many entries the agenda has
 */
export async function startAgenda(
  actor: Actor,
  input: { slug: string },
  now: string,
): Promise<Result<{ topics: number }>> {
  return changeMeeting(actor, now, input.slug, async (tx, book, later) => {
    const found = await meetingToHold(tx, actor, input.slug, ["screening"]);
    if (!found.ok) return found;
    const day = found.value;
    const waiting = await countUndecided(tx, day.id);
    if (waiting > 0) return refuse("undecidedListings", { values: { count: waiting } });
    const moved = await moveStage(tx, book, day, "startAgenda");
    if (!moved.ok) return moved;
    const topics = await insertTopics(tx, book, day);
    await callChair(tx, book, day);
    await later(alignment, { slug: input.slug });
    await later(freshness, { kind: "stage", slug: input.slug });
    return done({ topics });
  });
}

async function admitted(tx: Queries, day: Meeting) {
  const rows = await tx
    .select({ listing, problem })
    .from(listing)
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .where(and(eq(problemList.dayId, day.id), eq(listing.state, "admitted")))
    .orderBy(asc(problemList.streetId), asc(listing.position), asc(listing.id));
  const elsewhere = await carriedElsewhere(
    tx,
    day.id,
    rows.map((row) => row.problem.id),
  );
  const here = rows.filter((row) => !elsewhere.has(row.problem.id));
  const ofHost = (row: (typeof rows)[number]) => row.problem.streetId === day.hostUnitId;
  return [...here.filter(ofHost), ...here.filter((row) => !ofHost(row))];
}

async function insertTopics(tx: Queries, book: Book, day: Meeting): Promise<number> {
  const put = await putOffHere(tx, day.id);
  const carried = new Set(put.map(({ problemId }) => problemId));
  const fromLists = (await admitted(tx, day)).filter(({ problem }) => !carried.has(problem.id));
  const add = async (entry: typeof topic.$inferInsert) => {
    await tx.insert(topic).values(entry);
    await book({ verb: "session.addTopic", subject: { kind: "topic", id: entry.id }, after: entry });
  };
  await add({ id: newId(), meetingId: day.id, kind: "lookBack", title: lookBackTitle(day) });
  for (const from of put) await insertDeferred({ tx, book }, from, day.id);
  for (const { listing, problem } of fromLists)
    await add({
      id: newId(),
      meetingId: day.id,
      kind: "topic",
      problemId: problem.id,
      listingId: listing.id,
      title: problem.title,
    });
  return 1 + put.length + fromLists.length;
}

/** What was put off to the day, except what another meeting has taken up since. */
async function putOffHere(tx: Queries, dayId: string) {
  const put = await deferredTo(tx, dayId);
  const problems = put.flatMap(({ problemId }) => problemId ?? []);
  const elsewhere = await carriedElsewhere(tx, dayId, problems);
  return put.filter(({ problemId }) => problemId === null || !elsewhere.has(problemId));
}

async function callChair(tx: Queries, book: Book, meeting: Meeting): Promise<void> {
  const chair = await chairOf(tx, meeting);
  if (!chair) return;
  const row = {
    id: newId(),
    meetingId: meeting.id,
    unitId: chair.unitId,
    postId: chair.postId,
    invitation: "chair" as const,
  };
  await tx.insert(attendance).values(row);
  const subject = { kind: "attendance", id: row.id };
  await book({ verb: "session.invite", subject, after: row, told: true });
}
