import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { channels } from "~/problem/channel";
import { lateStates } from "~/problem/late/lateRequest";
import { listingStates, listStates } from "~/problem/listing";
import { powersLacking, problemSources } from "~/problem/problem";
import { proposalStates } from "~/problem/proposal/proposal";
import { tickResults } from "~/problem/screening/admission";
import { versionOutcomes } from "~/problem/version/listVersion";
import { dutyItem } from "./duty";
import { consultationDay } from "./plan";
import { person, post, unit } from "./unit";

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

/** What became of an imported file: `undone` by whoever imported it, `broken` when it could not be finished. */
export const importStates = ["running", "done", "undone", "broken"] as const;

/** A file a street's list came from. Its rows are kept as they were read. */
export const importedFile = sqliteTable("imported_file", {
  id: text("id").primaryKey(),
  listId: text("list_id")
    .notNull()
    .references(() => problemList.id),
  fileName: text("file_name").notNull(),
  sha256: text("sha256").notNull(),
  rowsRead: integer("rows_read").notNull(),
  importedAt: text("imported_at").notNull(),
  importedByPostId: text("imported_by_post_id").references(() => post.id),
  state: text("state", { enum: importStates }).notNull().default("done"),
  /** Rows written so far, and when; those of an import that is not running any more tell nothing. */
  rowsDone: integer("rows_done").notNull().default(0),
  touchedAt: text("touched_at"),
  /** JSON array of the columns' names, in their order. */
  headers: text("headers"),
});

/**
 * A problem of an import that is not finished, was undone or could not be finished: it is there for nobody. Its number
 * is not given again.
 */
export const withheldProblem = sqliteTable(
  "withheld_problem",
  {
    problemId: text("problem_id")
      .primaryKey()
      .references(() => problem.id),
    fileId: text("file_id")
      .notNull()
      .references(() => importedFile.id),
  },
  (t) => [index("withheld_problem_file").on(t.fileId)],
);

export const importedRow = sqliteTable(
  "imported_row",
  {
    id: text("id").primaryKey(),
    fileId: text("file_id")
      .notNull()
      .references(() => importedFile.id),
    rowNumber: integer("row_number").notNull(),
    /** JSON object header → cell text, as in the file. */
    cells: text("cells").notNull(),
    /** JSON array of {column, code} when the row was rejected. */
    rejected: text("rejected"),
    /** By which the same row is known again when a file is imported once more. */
    cellsKey: text("cells_key"),
  },
  (t) => [index("imported_row_file").on(t.fileId, t.rowNumber), index("imported_row_cells").on(t.cellsKey)],
);

/** A file brought for import, kept while its columns are being matched; one per street and day. */
export const importUpload = sqliteTable(
  "import_upload",
  {
    id: text("id").primaryKey(),
    dayId: text("day_id")
      .notNull()
      .references(() => consultationDay.meetingId),
    streetId: text("street_id")
      .notNull()
      .references(() => unit.id),
    fileName: text("file_name").notNull(),
    /** In bytes. */
    size: integer("size").notNull().default(0),
    uploadedAt: text("uploaded_at").notNull(),
  },
  (t) => [uniqueIndex("import_upload_day_street").on(t.dayId, t.streetId)],
);

/** A file that was brought, in parts: a large one is written without keeping others from writing. */
export const importUploadPart = sqliteTable(
  "import_upload_part",
  {
    uploadId: text("upload_id").notNull(),
    at: integer("at").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
    keptAt: text("kept_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.uploadId, t.at] })],
);

/** What a resident is told of a refusal: who owes the answer until when, and what they said. */
export const residentAnswer = sqliteTable(
  "resident_answer",
  {
    id: text("id").primaryKey(),
    listingId: text("listing_id")
      .notNull()
      .references(() => listing.id),
    /** Who answers: the street, or the community that raised the problem. */
    unitId: text("unit_id")
      .notNull()
      .references(() => unit.id),
    dueOn: text("due_on").notNull(),
    text: text("text").notNull().default(""),
    /** The day on which the resident was told. */
    answeredOn: text("answered_on"),
    answeredByPersonId: text("answered_by_person_id").references(() => person.id),
    answeredByPostId: text("answered_by_post_id").references(() => post.id),
    answeredAt: text("answered_at"),
    /** When the refusal was taken back: then nothing is owed. */
    endedAt: text("ended_at"),
  },
  (t) => [
    index("resident_answer_listing").on(t.listingId),
    index("resident_answer_waiting").on(t.unitId).where(sql`answered_at is null and ended_at is null`),
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

/** What a person said of a test of admission that no fact decides. */
export const admissionTick = sqliteTable(
  "admission_tick",
  {
    listingId: text("listing_id")
      .notNull()
      .references(() => listing.id),
    /** A code of the rules. */
    test: text("test").notNull(),
    result: text("result", { enum: tickResults }).notNull(),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => person.id),
    byPostId: text("by_post_id")
      .notNull()
      .references(() => post.id),
    at: text("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.listingId, t.test] })],
);
