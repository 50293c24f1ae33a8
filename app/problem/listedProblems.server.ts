import { and, asc, eq, inArray, ne, type SQL } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { listing, problem, problemConcernedUnit, problemList } from "~db/schema";
import { missingOf, type Requirement } from "./completeness";

/** A place on a list with its problem, the units it concerns and what it still lacks. */
export interface ListedProblem {
  listing: typeof listing.$inferSelect;
  problem: typeof problem.$inferSelect;
  streetId: string;
  concernedUnitIds: string[];
  missing: Requirement[];
}

// SQLite takes a limited number of values in one statement.
const atOnce = 500;

/** The units each of these problems concerns, by problem. */
export async function concernedUnitsOf(
  db: Queries,
  problemIds: readonly string[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (let at = 0; at < problemIds.length; at += atOnce) {
    const rows = await db
      .select({ problemId: problemConcernedUnit.problemId, unitId: problemConcernedUnit.unitId })
      .from(problemConcernedUnit)
      .where(inArray(problemConcernedUnit.problemId, problemIds.slice(at, at + atOnce)))
      .orderBy(asc(problemConcernedUnit.id));
    for (const { problemId, unitId } of rows) found.set(problemId, [...(found.get(problemId) ?? []), unitId]);
  }
  return found;
}

/** The listings that `which` keeps (with listing, problem and problem_list joined), in the order of their lists. */
export async function listedProblems(db: Queries, which: SQL | undefined): Promise<ListedProblem[]> {
  const rows = await db
    .select({ listing, problem, streetId: problemList.streetId })
    .from(listing)
    .innerJoin(problem, eq(problem.id, listing.problemId))
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .where(and(ne(listing.state, "withdrawn"), which))
    .orderBy(asc(problemList.streetId), asc(listing.position), asc(listing.id));
  const concerned = await concernedUnitsOf(
    db,
    rows.map((row) => row.problem.id),
  );
  return rows.map((row) => {
    const concernedUnitIds = concerned.get(row.problem.id) ?? [];
    const missing = missingOf({ ...row.problem, concernedUnits: concernedUnitIds.length });
    return { ...row, concernedUnitIds, missing };
  });
}

/** What the office admitted for a day, for its agenda. */
export function listingsToPlace(db: Queries, dayId: string): Promise<ListedProblem[]> {
  return listedProblems(db, and(eq(problemList.dayId, dayId), eq(listing.state, "admitted")));
}

/** How many listings of a day's submitted lists are not decided yet; a list given back to its street waits for nobody. */
export async function undecidedListings(db: Queries, dayId: string): Promise<number> {
  const rows = await db
    .select({ id: listing.id })
    .from(listing)
    .innerJoin(problemList, eq(problemList.id, listing.listId))
    .where(
      and(eq(problemList.dayId, dayId), eq(problemList.state, "submitted"), eq(listing.state, "submitted")),
    );
  return rows.length;
}
