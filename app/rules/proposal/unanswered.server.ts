import { and, asc, eq, isNull, lte, notExists, sql } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { ruleFeedback, ruleFeedbackAnswer } from "~db/schema";

/**
 * What was said about rules by an instant and is answered neither by a version nor by a proposal. What comes later
 * waits for the version after.
 */
export async function unanswered(db: Queries, proposalId: string, by: string): Promise<{ id: string }[]> {
  const answer = db
    .select({ one: sql`1` })
    .from(ruleFeedbackAnswer)
    .where(
      and(eq(ruleFeedbackAnswer.proposalId, proposalId), eq(ruleFeedbackAnswer.feedbackId, ruleFeedback.id)),
    );
  return db
    .select({ id: ruleFeedback.id })
    .from(ruleFeedback)
    .where(and(isNull(ruleFeedback.decision), lte(ruleFeedback.at, by), notExists(answer)))
    .orderBy(asc(ruleFeedback.id));
}
