import {
  type AnySQLiteColumn,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { lateStates } from "~/problem/late/lateRequest";
import { listingStates, listStates } from "~/problem/listing";
import { versionOutcomes } from "~/problem/version/listVersion";
import { consultationDay } from "./plan";
import { problem } from "./problem";
import { person, post, unit } from "./unit";

/** What one street sends for one day. */
export const problemList = sqliteTable(
  "problem_list",
  {
    id: text("id").primaryKey(),
    dayId: text("day_id")
      .notNull()
      .references(() => consultationDay.meetingId),
    streetId: text("street_id")
      .notNull()
      .references(() => unit.id),
    state: text("state", { enum: listStates }).notNull().default("draft"),
    submittedAt: text("submitted_at"),
    submittedByPostId: text("submitted_by_post_id").references(() => post.id),
    /** Why it was returned, by a code of the rules where one was chosen; and the office's words. */
    returnCode: text("return_code"),
    returnReason: text("return_reason"),
    version: integer("version").notNull().default(1),
    /** The list of a later month to which what was not sent was carried, and when. */
    carriedToId: text("carried_to_id").references((): AnySQLiteColumn => problemList.id),
    carriedAt: text("carried_at"),
  },
  (t) => [
    uniqueIndex("problem_list_day_street").on(t.dayId, t.streetId),
    index("problem_list_street").on(t.streetId),
  ],
);

/** A problem's place on one list, and what the office decided about it there. */
export const listing = sqliteTable(
  "listing",
  {
    id: text("id").primaryKey(),
    listId: text("list_id")
      .notNull()
      .references(() => problemList.id),
    problemId: text("problem_id")
      .notNull()
      .references(() => problem.id),
    /** Fractional key: the order on the list. */
    position: text("position").notNull(),
    state: text("state", { enum: listingStates }).notNull().default("draft"),
    /** When it was first submitted; until then it is the street's draft, also when it was withdrawn. */
    submittedAt: text("submitted_at"),
    /** Of a refusal: a code of the rules. */
    decisionCode: text("decision_code"),
    decisionText: text("decision_text"),
    decidedByPostId: text("decided_by_post_id").references(() => post.id),
    decidedAt: text("decided_at"),
    /** When this is the same matter as another listing's: that one. */
    sameAsListingId: text("same_as_listing_id"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("listing_list_problem").on(t.listId, t.problemId),
    index("listing_problem").on(t.problemId),
  ],
);

/** A list as it was each time it was submitted; frozen but for what the office makes of it. */
export const listVersion = sqliteTable(
  "list_version",
  {
    id: text("id").primaryKey(),
    listId: text("list_id")
      .notNull()
      .references(() => problemList.id),
    number: integer("number").notNull(),
    submittedAt: text("submitted_at").notNull(),
    submittedByPostId: text("submitted_by_post_id").references(() => post.id),
    /** Of its canonical JSON; null for a list that was submitted before versions were kept. */
    sha256: text("sha256"),
    outcome: text("outcome", { enum: versionOutcomes }).notNull().default("waiting"),
    outcomeAt: text("outcome_at"),
    outcomeByPostId: text("outcome_by_post_id").references(() => post.id),
    returnReason: text("return_reason"),
  },
  (t) => [uniqueIndex("list_version_number").on(t.listId, t.number)],
);

/** A row of such a version. Its words are columns, so that they can be erased by law. */
export const listVersionRow = sqliteTable(
  "list_version_row",
  {
    id: text("id").primaryKey(),
    versionId: text("version_id")
      .notNull()
      .references(() => listVersion.id),
    /** Its place, from 1. */
    at: integer("at").notNull(),
    problemId: text("problem_id")
      .notNull()
      .references(() => problem.id),
    number: text("number").notNull(),
    originalWording: text("original_wording").notNull(),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    place: text("place").notNull(),
    question: text("question").notNull(),
    coordination: text("coordination").notNull(),
    legalBasis: text("legal_basis").notNull(),
    sourceNumber: text("source_number"),
    /** JSON of everything that is no words: class, source, units. */
    facts: text("facts").notNull(),
  },
  (t) => [
    uniqueIndex("list_version_row_at").on(t.versionId, t.at),
    index("list_version_row_problem").on(t.problemId),
  ],
);

/** A street's request to send one problem after the window has closed, and the office's answer. */
export const lateRequest = sqliteTable(
  "late_request",
  {
    id: text("id").primaryKey(),
    listingId: text("listing_id")
      .notNull()
      .references(() => listing.id),
    dayId: text("day_id")
      .notNull()
      .references(() => consultationDay.meetingId),
    streetId: text("street_id")
      .notNull()
      .references(() => unit.id),
    reason: text("reason").notNull(),
    askedByPersonId: text("asked_by_person_id")
      .notNull()
      .references(() => person.id),
    askedByPostId: text("asked_by_post_id")
      .notNull()
      .references(() => post.id),
    askedAt: text("asked_at").notNull(),
    state: text("state", { enum: lateStates }).notNull().default("waiting"),
    answer: text("answer").notNull().default(""),
    answeredByPostId: text("answered_by_post_id").references(() => post.id),
    answeredAt: text("answered_at"),
  },
  (t) => [index("late_request_day").on(t.dayId, t.state), index("late_request_listing").on(t.listingId)],
);
