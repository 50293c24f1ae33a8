import { and, asc, eq, gt } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { collectingMonth } from "~/problem/collectingMonth.server";
import { selectDays } from "~/problem/consultationDay.server";
import { listOfProblem } from "~/problem/findProblem.server";
import { leftByCancelled } from "~/problem/leftByCancelled.server";
import { listedProblems } from "~/problem/listedProblems.server";
import { canBeCarried } from "~/problem/listing";
import { canList } from "~/problem/permission";
import { findStreetList, type ListRow, updateList } from "~/problem/streetList.server";
import type { Queries } from "~db/connect";
import { listing, meeting, problemList } from "~db/schema";
import { applyListAgain } from "./carryToNextList.server";

/**
 * Carries what was not sent in time, or stands on the list of a day that was cancelled, to the list of the next month
 * whose window is open, all of it in one act and in its order; every problem keeps its number. Refuses with `notAllowed`, `notFound`, `listStillOpen` (it can still be sent),
 * `listSent`, `alreadyCarried`, `noListOpen` (no later window is open), `listEmpty` (nothing on it is left to carry), or
 * like listing a single problem again.
 */
export async function carryList(
  actor: Actor,
  input: { month: string },
  now: string,
): Promise<Result<{ month: string; carried: number }>> {
  const streetId = actor.streetId;
  if (!streetId || !canList(actor, "submit", { streetId })) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const found = await findStreetList(tx, input.month, streetId);
    if (!found?.list) return refuse("notFound");
    const { day, list } = found;
    const cancelled = day.stage === "cancelled";
    if (!cancelled) {
      if (list.carriedToId) return refuse("alreadyCarried");
      if (list.state === "submitted" || list.state === "screened") return refuse("listSent");
      if (!canBeCarried(day.stage, list.state)) return refuse("listStillOpen");
    }
    const month = await (cancelled ? collectingMonth(tx, day.month) : nextOpenMonth(tx, day.month));
    if (!month) return refuse("noListOpen");
    const numbers = await (cancelled ? leftByDay(tx, streetId, day.month) : leftOn(tx, list));
    if (numbers.length === 0) return refuse("listEmpty");
    for (const number of numbers) {
      const listed = await applyListAgain(tx, book, actor, { number, month }, now);
      if (!listed.ok) return listed;
    }
    const to = await findStreetList(tx, month, streetId);
    if (!(await updateList(tx, list, { carriedToId: to!.list!.id, carriedAt: now })))
      return refuse("changedMeanwhile");
    await book({
      verb: "problem.carryList",
      subject: { kind: "list", id: list.id },
      scopeUnitId: streetId,
      after: { month, listings: numbers.length },
    });
    return done({ month, carried: numbers.length });
  });
}

/** The next month after `month` for which lists are collected; null where there is none yet. */
export async function nextOpenMonth(db: Queries, month: string): Promise<string | null> {
  const [day] = await selectDays(db)
    .where(and(eq(meeting.stage, "collecting"), gt(meeting.slug, month)))
    .orderBy(asc(meeting.slug))
    .limit(1);
  return day?.month ?? null;
}

/** What waits from a list for a day that was cancelled, whatever had been decided about it. */
async function leftByDay(tx: Queries, streetId: string, month: string): Promise<string[]> {
  const left = await leftByCancelled(tx, streetId);
  return left.filter((one) => one.month === month).map(({ number }) => number);
}

/** The problems on a list that stand on no later one, in its order. */
export async function leftOn(tx: Queries, list: ListRow): Promise<string[]> {
  const numbers: string[] = [];
  for (const row of await listedProblems(tx, eq(listing.listId, list.id))) {
    const newest = await listOfProblem(tx, row.problem.id);
    if (newest?.list.id === list.id) numbers.push(row.problem.number);
  }
  return numbers;
}

/** The months from which and to which a list was carried. */
export async function carriedOf(db: Queries, list: ListRow) {
  const from = await db
    .select({ month: meeting.slug })
    .from(problemList)
    .innerJoin(meeting, eq(meeting.id, problemList.dayId))
    .where(eq(problemList.carriedToId, list.id))
    .orderBy(asc(meeting.slug));
  const to = await db
    .select({ month: meeting.slug })
    .from(problemList)
    .innerJoin(meeting, eq(meeting.id, problemList.dayId))
    .where(eq(problemList.id, list.carriedToId ?? ""));
  return { from: from.map((one) => one.month), to: to[0]?.month ?? null, at: list.carriedAt };
}
