import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { ListedProblem } from "~/problem/listedProblems.server";
import type { TestEntry } from "~/rules/ruleLists";
import { isOpen } from "~/task/taskState";
import type { Queries } from "~db/connect";
import { lateRequest } from "~db/schema";
import { admissionOfListing } from "./admissionOf.server";
import { elsewhereOf } from "./elsewhere.server";

/** What a problem in the queue is marked with. */
export interface QueueMarks {
  /** Tests of admission that it fails, and those that wait for a person. */
  failed: number;
  toJudge: number;
  /** Problems and open tasks that are like it. */
  similar: number;
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
    const { similar, tasks, facts } = await elsewhereOf(db, actor, row.problem);
    const tested = await admissionOfListing(db, row, tests, facts);
    const withResult = (result: string) => tested.filter((one) => one.result === result).length;
    marks.set(row.listing.id, {
      failed: withResult("failed"),
      toJudge: withResult("ask"),
      similar: similar.length + tasks.filter(({ state }) => isOpen(state)).length,
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
