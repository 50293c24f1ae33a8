import { and, asc, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { announce } from "~/ledger/announce.server";
import { type Book, change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { alignRecord } from "~/meeting/conduct/alignRecord.server";
import { chairOf } from "~/meeting/conduct/chairOf.server";
import type { Day } from "~/meeting/conduct/findMeeting.server";
import { dayToHold } from "~/meeting/conduct/loadSession.server";
import { moveStage } from "~/meeting/conduct/moveStage.server";
import { lookBackTitle } from "~/meeting/conduct/topic";
import { countUndecided } from "~/problem/screening/countUndecided.server";
import type { Queries } from "~db/connect";
import { attendance, listing, problem, problemList, topic } from "~db/schema";

/**
 * Turns what the screening admitted into the agenda of the day: the look-back first, then the host street's
 * matters, then those of the others, as their lists had them. Calls the chair. Refuses with `notFound`,
 * `notAllowed`, `undecidedListings` while a submitted matter waits for its decision, `wrongStage`.
 * @returns how many entries the agenda has
 */
export async function startAgenda(
  actor: Actor,
  input: { month: string },
  now: string,
): Promise<Result<{ topics: number }>> {
  const result = await change(actor, now, async (tx, book) => {
    const found = await dayToHold(tx, actor, input.month, ["screening"]);
    if (!found.ok) return found;
    const day = found.value;
    const waiting = await countUndecided(tx, day.id);
    if (waiting > 0) return refuse("undecidedListings", { values: { count: waiting } });
    const moved = await moveStage(tx, book, day, "startAgenda");
    if (!moved.ok) return moved;
    const topics = await insertTopics(tx, book, day);
    await callChair(tx, book, day);
    return done({ topics });
  });
  if (!result.ok) return result;
  await alignRecord(input.month);
  await announce({ kind: "stage", month: input.month });
  return result;
}

async function admitted(tx: Queries, day: Day) {
  const rows = await tx
    .select({ listing, problem })
    .from(listing)
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .where(and(eq(problemList.dayId, day.id), eq(listing.state, "admitted")))
    .orderBy(asc(problemList.streetId), asc(listing.position), asc(listing.id));
  const ofHost = (row: (typeof rows)[number]) => row.problem.streetId === day.hostUnitId;
  return [...rows.filter(ofHost), ...rows.filter((row) => !ofHost(row))];
}

async function insertTopics(tx: Queries, book: Book, day: Day): Promise<number> {
  const entries: (typeof topic.$inferInsert)[] = [
    { id: newId(), meetingId: day.id, kind: "lookBack", title: lookBackTitle },
    ...(await admitted(tx, day)).map(({ listing, problem }) => ({
      id: newId(),
      meetingId: day.id,
      kind: "topic" as const,
      problemId: problem.id,
      listingId: listing.id,
      title: problem.title,
    })),
  ];
  for (const entry of entries) {
    await tx.insert(topic).values(entry);
    await book({ verb: "session.addTopic", subject: { kind: "topic", id: entry.id }, after: entry });
  }
  return entries.length;
}

async function callChair(tx: Queries, book: Book, day: Day): Promise<void> {
  const chair = await chairOf(tx, day);
  if (!chair) return;
  const row = {
    id: newId(),
    meetingId: day.id,
    unitId: chair.unitId,
    postId: chair.postId,
    invitation: "chair" as const,
  };
  await tx.insert(attendance).values(row);
  await book({ verb: "session.invite", subject: { kind: "attendance", id: row.id }, after: row });
}
