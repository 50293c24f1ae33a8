import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { type Reader, visibleProblems } from "~/problem/scope.server";
import type { Queries } from "~db/connect";
import { communityProposal, problem, unit } from "~db/schema";

/** What communities raised of the same matter and their street merged into a problem, in their own words. */
export interface MergedWords {
  problemId: string;
  intoProblemId: string;
  number: string;
  title: string;
  originalWording: string;
  summary: string;
  households: number | null;
  wishOn: string | null;
  community: { zh: string; en: string };
}

// SQLite takes a limited number of values in one statement.
const atOnce = 500;

/**
 * The proposals that were merged into some problems, the earliest first.
 * @param reader leaves out what they may not see; left out, all are there
 */
export async function mergedInto(
  db: Queries,
  problemIds: readonly string[],
  reader?: Reader,
): Promise<MergedWords[]> {
  const found: MergedWords[] = [];
  for (let at = 0; at < problemIds.length; at += atOnce) {
    const rows = await db
      .select({ row: problem, into: communityProposal.intoProblemId, zh: unit.nameZh, en: unit.nameEn })
      .from(communityProposal)
      .innerJoin(problem, eq(problem.id, communityProposal.problemId))
      .innerJoin(unit, eq(unit.id, communityProposal.communityId))
      .where(
        and(
          eq(communityProposal.state, "merged"),
          inArray(communityProposal.intoProblemId, problemIds.slice(at, at + atOnce)),
          reader && visibleProblems(db, reader),
        ),
      )
      .orderBy(asc(communityProposal.id));
    for (const { row, into, zh, en } of rows) {
      const { id: problemId, number, title, originalWording, summary, households, wishOn } = row;
      const words = { number, title, originalWording, summary, households, wishOn };
      found.push({ problemId, intoProblemId: into!, ...words, community: { zh, en } });
    }
  }
  return found;
}

/** Marks problems submitted that were not yet, and with them what communities raised of the same matter. */
export async function markProblemsSubmitted(
  tx: Queries,
  problemIds: readonly string[],
  now: string,
): Promise<void> {
  const merged = await mergedInto(tx, problemIds);
  const all = [...problemIds, ...merged.map(({ problemId }) => problemId)];
  for (let at = 0; at < all.length; at += atOnce)
    await tx
      .update(problem)
      .set({ submittedAt: now })
      .where(and(inArray(problem.id, all.slice(at, at + atOnce)), isNull(problem.submittedAt)));
}
