import { and, eq, inArray } from "drizzle-orm";
import { worthShowing } from "~/problem/likeness";
import type { Queries } from "~db/connect";
import { nearest } from "~db/likeness";
import { listing, problem } from "~db/schema";

// One more look would be no help any more.
const mostShown = 3;

/**
 * Finds what stands on a street's list already and is told like a proposal, nearest first, by number: so that the same
 * matter comes onto the list once.
 */
export async function likeOnList(db: Queries, problemId: string, listId: string): Promise<string[]> {
  const near = await nearest({
    kind: "problem",
    to: { kind: "problem", subjectId: problemId },
    limit: mostShown,
    atLeast: worthShowing,
    among: (candidates) =>
      db
        .select({ id: listing.problemId })
        .from(listing)
        .where(
          and(
            inArray(listing.problemId, candidates),
            eq(listing.listId, listId),
            inArray(listing.state, ["draft", "submitted"]),
          ),
        ),
  });
  const ids = near.map(({ subjectId }) => subjectId);
  const rows = await db
    .select({ id: problem.id, number: problem.number })
    .from(problem)
    .where(inArray(problem.id, ids));
  return ids.flatMap((id) => rows.find((row) => row.id === id)?.number ?? []);
}
