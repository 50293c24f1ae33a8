import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { channels } from "~/problem/channel";
import { powersLacking, problemSources } from "~/problem/problem";
import { proposalStates } from "~/problem/proposal/proposal";
import { dutyItem } from "./duty";
import { consultationDay } from "./plan";
import { post, unit } from "./unit";

/** A matter as residents raised it: permanent, found by its number on every day it appears. */
export const problem = sqliteTable(
  "problem",
  {
    id: text("id").primaryKey(),
    /** Such as WJC-2026-0137: street code, year, count within both. */
    number: text("number").notNull(),
    streetId: text("street_id")
      .notNull()
      .references(() => unit.id),
    communityId: text("community_id").references(() => unit.id),
    source: text("source", { enum: problemSources }).notNull(),
    /** The resident's own words; never changed after creation (a trigger refuses it). */
    originalWording: text("original_wording").notNull(),
    title: text("title").notNull(),
    /** The street's wording, beside the original, never instead of it. */
    summary: text("summary").notNull().default(""),
    /** A code of the rules, the one it was filed under. */
    problemClass: text("problem_class").notNull(),
    place: text("place").notNull().default(""),
    seesUnitId: text("sees_unit_id").references(() => unit.id),
    powerUnitId: text("power_unit_id").references(() => unit.id),
    powerLacking: text("power_lacking", { enum: powersLacking }).notNull().default("none"),
    legalBasis: text("legal_basis").notNull().default(""),
    /** The item of a duty list that it falls under. */
    dutyItemId: text("duty_item_id").references(() => dutyItem.id),
    /** State of coordination so far. */
    coordination: text("coordination").notNull().default(""),
    /** The question the day is to decide. */
    question: text("question").notNull().default(""),
    /** How many households it affects, and by when those want it done (a day); null where nobody said. */
    households: integer("households"),
    wishOn: text("wish_on"),
    /** Where it is on the street's sketch, as "x,y". */
    spot: text("spot"),
    /** A day or an instant; "" where nobody knows it. */
    raisedAt: text("raised_at").notNull(),
    createdAt: text("created_at").notNull(),
    createdByPostId: text("created_by_post_id").references(() => post.id),
    /** The number the words carry where they came from, such as a hotline's order. */
    sourceNumber: text("source_number"),
    importedRowId: text("imported_row_id"),
    /** When a list with it was first submitted; until then it is the street's draft. */
    submittedAt: text("submitted_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("problem_number").on(t.number),
    index("problem_street").on(t.streetId, t.createdAt),
    index("problem_class").on(t.problemClass),
    index("problem_submitted").on(t.submittedAt),
    index("problem_source_number").on(t.streetId, t.sourceNumber),
    index("problem_title").on(t.streetId, t.title),
    index("problem_imported_row").on(t.importedRowId),
    index("problem_duty_item").on(t.dutyItemId),
  ],
);

export const problemConcernedUnit = sqliteTable(
  "problem_concerned_unit",
  {
    id: text("id").primaryKey(),
    problemId: text("problem_id")
      .notNull()
      .references(() => problem.id),
    unitId: text("unit_id")
      .notNull()
      .references(() => unit.id),
  },
  (t) => [uniqueIndex("problem_concerned").on(t.problemId, t.unitId)],
);

/** Where a problem is dealt with; the row without an end is where it is now, and there is at most one. */
export const problemChannel = sqliteTable(
  "problem_channel",
  {
    id: text("id").primaryKey(),
    problemId: text("problem_id")
      .notNull()
      .references(() => problem.id),
    channel: text("channel", { enum: channels }).notNull(),
    /** The thing that it is in, such as its place on a list, and what that is called by: a month, an order's number. */
    subjectId: text("subject_id").notNull(),
    number: text("number").notNull(),
    since: text("since").notNull(),
    until: text("until"),
    /** Why it came here from another channel. */
    reason: text("reason"),
    byPostId: text("by_post_id").references(() => post.id),
  },
  (t) => [
    uniqueIndex("problem_channel_one").on(t.problemId).where(sql`until IS NULL`),
    index("problem_channel_problem").on(t.problemId, t.since),
  ],
);

/** What a community raised, beside its street's list until the street has answered; the problem is on no list till then. */
export const communityProposal = sqliteTable(
  "community_proposal",
  {
    id: text("id").primaryKey(),
    problemId: text("problem_id")
      .notNull()
      .references(() => problem.id),
    /** For whose list it was raised; what waits goes on to the next. */
    dayId: text("day_id")
      .notNull()
      .references(() => consultationDay.meetingId),
    streetId: text("street_id")
      .notNull()
      .references(() => unit.id),
    communityId: text("community_id")
      .notNull()
      .references(() => unit.id),
    state: text("state", { enum: proposalStates }).notNull().default("waiting"),
    proposedByPostId: text("proposed_by_post_id")
      .notNull()
      .references(() => post.id),
    proposedAt: text("proposed_at").notNull(),
    /** Why it was declined: for the community and its street only. */
    answer: text("answer").notNull().default(""),
    answeredByPostId: text("answered_by_post_id").references(() => post.id),
    answeredAt: text("answered_at"),
    /** The problem on the street's list that carries it, when it was merged. */
    intoProblemId: text("into_problem_id").references(() => problem.id),
  },
  (t) => [
    uniqueIndex("community_proposal_problem").on(t.problemId),
    index("community_proposal_street").on(t.streetId, t.state),
    index("community_proposal_community").on(t.communityId, t.state),
    index("community_proposal_day").on(t.dayId),
    index("community_proposal_into").on(t.intoProblemId),
  ],
);
