import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { ListedProblem } from "~/problem/listedProblems.server";
import type { TestEntry } from "~/rules/ruleLists";
import { isOpen } from "~/task/taskState";
import type { Queries } from "~db/connect";
import { lateRequest } from "~db/schema";
import { admissionOfListing } from "./admissionOf.server";
import { elsewhereOf, type FactsFromElsewhere } from "./elsewhere.server";

/** What a problem in the queue is marked with. */
export interface QueueMarks {
  /** Tests of admission that it fails, and those that wait for a person. */
  failed: number;
  toJudge: number;
  /** Problems and open tasks that are like it. */
  similar: number;
}

/** What is like a problem of the queue, as far as its marks tell it. */
interface Marking {
  facts: FactsFromElsewhere;
  similar: number;
}

// Every decision shows the queue again, and comparing all that waits takes longer than deciding: a mark is a hint that may
// be some minutes old, while what is opened is compared anew each time.
const keptFor = 5 * 60_000;
const mostKept = 5_000;
const kept = new Map<string, Marking & { until: number }>();

async function markingOf(db: Queries, actor: Actor, { problem }: ListedProblem): Promise<Marking> {
  const key = [actor.postId, problem.id, problem.version].join(" ");
  const known = kept.get(key);
  if (known && known.until > performance.now()) return known;
  const { similar, tasks, facts } = await elsewhereOf(db, actor, problem);
  const open = tasks.filter(({ state }) => isOpen(state)).length;
  const found = { facts, similar: similar.length + open, until: performance.now() + keptFor };
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, found);
  return found;
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
    const { facts, similar } = await markingOf(db, actor, row);
    const tested = await admissionOfListing(db, row, tests, facts);
    const withResult = (result: string) => tested.filter((one) => one.result === result).length;
    marks.set(row.listing.id, {
      failed: withResult("failed"),
      toJudge: withResult("ask"),
      similar,
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
