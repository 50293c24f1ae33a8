import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { ListedProblem } from "~/problem/listedProblems.server";
import type { TestEntry } from "~/rules/ruleLists";
import { isOpen } from "~/task/taskState";
import type { Queries } from "~db/connect";
import { lateRequest, task } from "~db/schema";
import { admissionOfListing } from "./admissionOf.server";
import { factsOf, type LikeMatters, likeMatters } from "./elsewhere.server";

/** What a problem in the queue is marked with. */
export interface QueueMarks {
  /** Tests of admission that it fails, and those that wait for a person. */
  failed: number;
  toJudge: number;
  /** Problems and open tasks that are like it. */
  similar: number;
}

// Every decision shows the queue again, and comparing all that waits takes longer than deciding: what a problem is like
// may be some minutes old, while what is opened is compared anew each time. What became of it is read each time.
const keptFor = 5 * 60_000;
const mostKept = 5_000;
const kept = new Map<string, LikeMatters & { until: number }>();

async function likeOf(db: Queries, actor: Actor, { problem }: ListedProblem): Promise<LikeMatters> {
  const key = [actor.postId, problem.id, problem.version].join(" ");
  const known = kept.get(key);
  if (known && known.until > performance.now()) return known;
  const found = { ...(await likeMatters(db, actor, problem)), until: performance.now() + keptFor };
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, found);
  return found;
}

/** Gives the tasks the states they have by now. */
async function asTheyStand({ similar, tasks }: LikeMatters, db: Queries): Promise<LikeMatters> {
  if (tasks.length === 0) return { similar, tasks };
  const numbers = tasks.map(({ number }) => number);
  const rows = await db
    .select({ number: task.number, state: task.state })
    .from(task)
    .where(inArray(task.number, numbers));
  const states = new Map(rows.map(({ number, state }) => [number, state]));
  return { similar, tasks: tasks.map((one) => ({ ...one, state: states.get(one.number) ?? one.state })) };
}

/** Reads the marks of problems that wait for their decision, by listing. */
export async function queueMarks(
  db: Queries,
  actor: Actor,
  waiting: readonly ListedProblem[],
  tests: readonly TestEntry[],
): Promise<Map<string, QueueMarks>> {
  const marks = new Map<string, QueueMarks>();
  for (const row of waiting) {
    const like = await asTheyStand(await likeOf(db, actor, row), db);
    const facts = await factsOf(db, row.problem, like);
    const tested = await admissionOfListing(db, row, tests, facts);
    const withResult = (result: string) => tested.filter((one) => one.result === result).length;
    marks.set(row.listing.id, {
      failed: withResult("failed"),
      toJudge: withResult("ask"),
      similar: like.similar.length + like.tasks.filter(({ state }) => isOpen(state)).length,
    });
  }
  return marks;
}

/** The listings of a day that were taken after the window had closed. */
export async function takenLate(db: Queries, dayId: string): Promise<Set<string>> {
  const rows = await db
    .select({ listingId: lateRequest.listingId })
    .from(lateRequest)
    .where(and(eq(lateRequest.dayId, dayId), eq(lateRequest.state, "granted")));
  return new Set(rows.map(({ listingId }) => listingId));
}
