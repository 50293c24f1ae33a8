import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { feedbackDecisions } from "~/rules/feedback/feedback";
import { proposalStates } from "~/rules/proposal/proposal";
import { ruleSet } from "./rules";
import { person, post } from "./unit";

/** What the office would adopt next; at most one is open. */
export const ruleProposal = sqliteTable("rule_proposal", {
  id: text("id").primaryKey(),
  /** The version it began from; empty before there is any. */
  baseId: text("base_id").references(() => ruleSet.id),
  state: text("state", { enum: proposalStates }).notNull().default("draft"),
  title: text("title").notNull(),
  documentNumber: text("document_number").notNull().default(""),
  /** JSON, as in a version. */
  rules: text("rules").notNull(),
  begunByPersonId: text("begun_by_person_id")
    .notNull()
    .references(() => person.id),
  begunByPostId: text("begun_by_post_id")
    .notNull()
    .references(() => post.id),
  begunAt: text("begun_at").notNull(),
  changedAt: text("changed_at").notNull(),
  proposedByPersonId: text("proposed_by_person_id").references(() => person.id),
  proposedAt: text("proposed_at"),
  answeredByPersonId: text("answered_by_person_id").references(() => person.id),
  answeredAt: text("answered_at"),
  /** Why it was refused. */
  answer: text("answer").notNull().default(""),
  /** The version it became. */
  ruleSetId: text("rule_set_id").references(() => ruleSet.id),
  version: integer("version").notNull().default(1),
});

/** Where a rule hurts, in the words of whoever works by it. */
export const ruleFeedback = sqliteTable(
  "rule_feedback",
  {
    id: text("id").primaryKey(),
    /** The path of the rule, such as `window.cutOffDay` or `lists.classes`. */
    rule: text("rule").notNull(),
    text: text("text").notNull(),
    /** The number of a meeting or a problem, or a month; as it was given. */
    about: text("about").notNull().default(""),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => person.id),
    byPostId: text("by_post_id")
      .notNull()
      .references(() => post.id),
    at: text("at").notNull(),
    /** Empty while it is open. */
    decision: text("decision", { enum: feedbackDecisions }),
    answer: text("answer").notNull().default(""),
    /** The version that answered it. */
    ruleSetId: text("rule_set_id").references(() => ruleSet.id),
    answeredAt: text("answered_at"),
  },
  (t) => [index("rule_feedback_open").on(t.decision), index("rule_feedback_person").on(t.byPersonId)],
);

/** What a proposal would answer to each. */
export const ruleFeedbackAnswer = sqliteTable(
  "rule_feedback_answer",
  {
    proposalId: text("proposal_id")
      .notNull()
      .references(() => ruleProposal.id),
    feedbackId: text("feedback_id")
      .notNull()
      .references(() => ruleFeedback.id),
    decision: text("decision", { enum: feedbackDecisions }).notNull(),
    text: text("text").notNull(),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.feedbackId] })],
);
