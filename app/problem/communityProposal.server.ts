import { and, eq } from "drizzle-orm";
import type { Author, Book } from "~/ledger/change.server";
import type { Queries } from "~db/connect";
import { communityProposal } from "~db/schema";

export type ProposalRow = typeof communityProposal.$inferSelect;

/** The proposal with which a community raised a problem; undefined where it came otherwise. */
export async function proposalOf(db: Queries, problemId: string): Promise<ProposalRow | undefined> {
  const [row] = await db.select().from(communityProposal).where(eq(communityProposal.problemId, problemId));
  return row;
}

/** Ends a proposal as it was read; false when somebody was quicker. */
export async function endProposal(
  tx: Queries,
  { id, state }: Pick<ProposalRow, "id" | "state">,
  answered: Partial<ProposalRow>,
): Promise<boolean> {
  const ended = await tx
    .update(communityProposal)
    .set(answered)
    .where(and(eq(communityProposal.id, id), eq(communityProposal.state, state)))
    .returning({ id: communityProposal.id });
  return ended.length === 1;
}

/** Marks a proposal adopted because its problem comes onto a list, whichever way, and tells the community. */
export async function adoptByListing(
  tx: Queries,
  book: Book,
  { problemId, by }: { problemId: string; by: Pick<Author, "postId"> | null },
  now: string,
): Promise<void> {
  const found = await proposalOf(tx, problemId);
  if (!found || found.state === "adopted") return;
  const answered = { answer: "", answeredByPostId: by?.postId ?? null, answeredAt: now };
  await endProposal(tx, found, { ...answered, state: "adopted", intoProblemId: null });
  await book({
    verb: "problem.adoptProposal",
    subject: { kind: "communityProposal", id: found.id },
    scopeUnitId: found.streetId,
    before: { state: found.state },
    after: { state: "adopted" },
    told: true,
  });
}
