import { eq } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { communityProposal, problem } from "~db/schema";

/** A proposal with its problem's number; undefined where there is none. */
export async function findProposal(db: Queries, id: string) {
  const [row] = await db
    .select({ proposal: communityProposal, number: problem.number })
    .from(communityProposal)
    .innerJoin(problem, eq(problem.id, communityProposal.problemId))
    .where(eq(communityProposal.id, id));
  return row;
}
