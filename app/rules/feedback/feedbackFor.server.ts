import { asc, eq, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Name } from "~/i18n/language";
import { nameOfUnit } from "~/i18n/names";
import type { Queries } from "~db/connect";
import { person, post, ruleFeedback, ruleFeedbackAnswer, ruleSet, unit } from "~db/schema";
import { seesAllFeedback } from "../permission";
import type { FeedbackDecision } from "./feedback";

/** What somebody said about a rule, as pages show it. */
export interface ShownFeedback {
  id: string;
  rule: string;
  text: string;
  about: string;
  by: { name: string; unit: Name };
  at: string;
  /** What a version answered. */
  answer: { decision: FeedbackDecision; text: string; version: number } | null;
  /** What an open proposal would answer. */
  proposed: { decision: FeedbackDecision; text: string } | null;
}

/** Keeps what somebody may read of what was said about rules, for WHERE. */
export function visibleFeedback(actor: Actor) {
  return seesAllFeedback(actor) ? undefined : eq(ruleFeedback.byPersonId, actor.personId);
}

// What a page can show; the open come first.
const most = 200;

/**
 * What was said about rules, the open first, as far as somebody may read it.
 * @param proposalId the proposal whose answers are shown with it
 */
export async function feedbackFor(
  db: Queries,
  actor: Actor,
  proposalId: string | null,
): Promise<ShownFeedback[]> {
  const rows = await db
    .select({ said: ruleFeedback, name: person.name, unit, version: ruleSet.version })
    .from(ruleFeedback)
    .innerJoin(person, eq(person.id, ruleFeedback.byPersonId))
    .innerJoin(post, eq(post.id, ruleFeedback.byPostId))
    .innerJoin(unit, eq(unit.id, post.unitId))
    .leftJoin(ruleSet, eq(ruleSet.id, ruleFeedback.ruleSetId))
    .where(visibleFeedback(actor))
    .orderBy(asc(sql`coalesce(${ruleFeedback.answeredAt}, '')`), asc(ruleFeedback.id))
    .limit(most);
  const proposed = await db
    .select()
    .from(ruleFeedbackAnswer)
    .where(eq(ruleFeedbackAnswer.proposalId, proposalId ?? ""));
  return rows.map(({ said, name, unit: of, version }) => {
    const { id, rule, text, about, at, decision, answer } = said;
    const meant = seesAllFeedback(actor) ? proposed.find(({ feedbackId }) => feedbackId === id) : undefined;
    return {
      ...{ id, rule, text, about, at, by: { name, unit: nameOfUnit(of) } },
      answer: decision ? { decision, text: answer, version: version ?? 0 } : null,
      proposed: meant ? { decision: meant.decision, text: meant.text } : null,
    };
  });
}
