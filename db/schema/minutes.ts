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
import { signOffStates } from "~/meeting/approval/signOffStanding";
import { askedFor, attendanceStates, waysOfComing } from "~/meeting/conduct/attendance";
import { outcomes, topicKinds } from "~/meeting/conduct/topic";
import { invitationClasses } from "~/meeting/kind/invitation";
import { resolutionKinds } from "~/record/document/resolutionKind";
import { resourceKinds } from "~/record/document/resourceKind";
import { statements, waysOfSaying } from "~/task/statement";
import { listing } from "./list";
import { correctionProposal } from "./live";
import { meeting } from "./meeting";
import { problem } from "./problem";
import { person, post, unit } from "./unit";

/** 送签、签批: minutes as they were laid before the chair, and what the chair answered. */
export const minutesSignOff = sqliteTable(
  "minutes_sign_off",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    /** The amendment that is written; null for minutes that are issued first. */
    amendmentId: text("amendment_id"),
    state: text("state", { enum: signOffStates }).notNull().default("proposed"),
    /** Everything the paper says as it was laid before the chair, and its hash: another text has another one. */
    text: text("text").notNull(),
    sha256: text("sha256").notNull(),
    proposedByPersonId: text("proposed_by_person_id")
      .notNull()
      .references(() => person.id),
    proposedByPostId: text("proposed_by_post_id")
      .notNull()
      .references(() => post.id),
    proposedAt: text("proposed_at").notNull(),
    answeredByPersonId: text("answered_by_person_id").references(() => person.id),
    answeredByPostId: text("answered_by_post_id").references(() => post.id),
    answeredAt: text("answered_at"),
    /** What the chair wants changed. */
    words: text("words").notNull().default(""),
  },
  (t) => [index("minutes_sign_off_meeting").on(t.meetingId)],
);

/** A topic's appearance on one meeting's agenda. Order and prose live in the live record under the same id. */
export const topic = sqliteTable(
  "topic",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    kind: text("kind", { enum: topicKinds }).notNull(),
    problemId: text("problem_id").references(() => problem.id),
    listingId: text("listing_id").references(() => listing.id),
    title: text("title").notNull(),
    /** What it is about may not stand here: its title is neutral, and nothing is written or attached. */
    contentElsewhere: integer("content_elsewhere", { mode: "boolean" }).notNull().default(false),
    outcome: text("outcome", { enum: outcomes }),
    outcomeNote: text("outcome_note").notNull().default(""),
    /** 延期审议: the day until which it was put off, and the meeting held on it that takes it up, where there is one. */
    deferredToDate: text("deferred_to_date"),
    deferredToMeetingId: text("deferred_to_meeting_id").references(() => meeting.id),
    /** The entry of an earlier meeting that was put off to this one. */
    deferredFromTopicId: text("deferred_from_topic_id").references((): AnySQLiteColumn => topic.id),
    outcomeByPostId: text("outcome_by_post_id").references(() => post.id),
    outcomeAt: text("outcome_at"),
    /** The quorum as it was when the outcome was entered, in units; null where the kind of meeting asks for none. */
    quorumInvited: integer("quorum_invited"),
    quorumPresent: integer("quorum_present"),
    quorumNeeded: integer("quorum_needed"),
    /** Since when its resolutions are open again after an outcome; null while they stand. */
    reopenedAt: text("reopened_at"),
    reopenReason: text("reopen_reason").notNull().default(""),
    withdrawnAt: text("withdrawn_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("topic_meeting").on(t.meetingId),
    index("topic_problem").on(t.problemId),
    index("topic_deferred_to").on(t.deferredToMeetingId),
    // However often it is asked for, an entry comes to a later meeting once.
    uniqueIndex("topic_deferred_once").on(t.deferredFromTopicId, t.meetingId),
  ],
);

/**
 * 保留意见: what a unit that was there does not go along with, in its own words. One that was withdrawn stays to be seen
 * by the unit and those who hold the meeting.
 */
export const reservation = sqliteTable(
  "reservation",
  {
    id: text("id").primaryKey(),
    topicId: text("topic_id")
      .notNull()
      .references(() => topic.id),
    /** Null of what was entered with an outcome before reservations named their unit; of nothing else. */
    unitId: text("unit_id").references(() => unit.id),
    words: text("words").notNull(),
    byPostId: text("by_post_id").references(() => post.id),
    at: text("at").notNull(),
    /** When whoever leads read it out, and in which post; null before, and again after a change. */
    readAt: text("read_at"),
    readByPostId: text("read_by_post_id").references(() => post.id),
    withdrawnAt: text("withdrawn_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("reservation_topic").on(t.topicId),
    uniqueIndex("reservation_of_unit").on(t.topicId, t.unitId).where(sql`withdrawn_at is null`),
  ],
);

/** How long an entry took, kept when the session closes: from the clock of the room, with what was planned for it. */
export const topicTime = sqliteTable("topic_time", {
  topicId: text("topic_id")
    .primaryKey()
    .references(() => topic.id),
  plannedMinutes: integer("planned_minutes"),
  /** How long it was really on, in seconds; null where its clock never ran. */
  seconds: integer("seconds"),
  at: text("at").notNull(),
});

/** Who was called to a meeting and who came: a unit's person by name, or the unit alone before a name is known. */
export const attendance = sqliteTable(
  "attendance",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    unitId: text("unit_id")
      .notNull()
      .references(() => unit.id),
    postId: text("post_id").references(() => post.id),
    personName: text("person_name").notNull().default(""),
    invitation: text("invitation", { enum: invitationClasses }).notNull(),
    state: text("state", { enum: attendanceStates }).notNull().default("invited"),
    reason: text("reason").notNull().default(""),
    /** Whom of the unit the invitation asks for. */
    asksFor: text("asks_for", { enum: askedFor }).notNull().default("anybody"),
    /** The post of the person, as the unit wrote it. */
    personTitle: text("person_title").notNull().default(""),
    comesAs: text("comes_as", { enum: waysOfComing }).notNull().default("member"),
    /** Instead of whom a substitute comes, and why. */
    insteadOf: text("instead_of").notNull().default(""),
    insteadReason: text("instead_reason").notNull().default(""),
    /** Of whoever comes with the first person that a unit names: the row of the invitation they were named in. */
    namedWith: text("named_with").references((): AnySQLiteColumn => attendance.id),
    /** When the unit answered last; null before. */
    answeredAt: text("answered_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("attendance_meeting").on(t.meetingId), index("attendance_unit").on(t.unitId, t.state)],
);

/** The issued minutes: frozen, numbered once per year. `amends` names the minutes they replace. */
export const minutes = sqliteTable(
  "minutes",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    /** The series in which they are numbered: that of the consultation days, or one organiser's of a kind. */
    series: text("series").notNull(),
    year: integer("year").notNull(),
    number: integer("number").notNull(),
    epoch: integer("epoch").notNull(),
    canonicalJson: text("canonical_json").notNull(),
    sha256: text("sha256").notNull(),
    state: blob("state", { mode: "buffer" }).notNull(),
    issuedByPostId: text("issued_by_post_id")
      .notNull()
      .references(() => post.id),
    issuedAt: text("issued_at").notNull(),
    amends: text("amends").references((): AnySQLiteColumn => minutes.id),
  },
  (t) => [
    uniqueIndex("minutes_number").on(t.series, t.year, t.number),
    uniqueIndex("minutes_meeting_epoch").on(t.meetingId, t.epoch),
  ],
);

/**
 * 更正: issued minutes being written anew, in an epoch of the live record of its own. Ends with amended minutes,
 * or is dropped; at most one is open for each meeting.
 */
export const amendment = sqliteTable(
  "amendment",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    /** Of the live record, in which it is written. */
    epoch: integer("epoch").notNull(),
    reason: text("reason").notNull(),
    begunByPostId: text("begun_by_post_id")
      .notNull()
      .references(() => post.id),
    begunAt: text("begun_at").notNull(),
    endedAt: text("ended_at"),
    result: text("result", { enum: ["issued", "dropped"] }),
    dropReason: text("drop_reason"),
    /** The amended minutes it ended with. */
    minutesId: text("minutes_id").references(() => minutes.id),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("amendment_epoch").on(t.meetingId, t.epoch),
    uniqueIndex("amendment_open").on(t.meetingId).where(sql`ended_at is null`),
  ],
);

/**
 * A resolution as adopted; its id is the one it had in the live record. Never changed (a trigger refuses it). What an
 * earlier ledger says was resolved is one too, of a meeting that was taken over.
 */
export const resolution = sqliteTable(
  "resolution",
  {
    id: text("id").primaryKey(),
    /** Null of what was taken over from an earlier ledger, whose minutes were not issued here; of nothing else. */
    minutesId: text("minutes_id").references(() => minutes.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    topicId: text("topic_id")
      .notNull()
      .references(() => topic.id),
    /** Position in the minutes, from 1. */
    ordinal: integer("ordinal").notNull(),
    text: text("text").notNull(),
    residentText: text("resident_text").notNull(),
    leadUnitId: text("lead_unit_id")
      .notNull()
      .references(() => unit.id),
    dueDate: text("due_date").notNull(),
    /** JSON array of {text, due}. */
    milestones: text("milestones").notNull(),
    measure: text("measure").notNull(),
    evidence: text("evidence").notNull(),
    resourceKind: text("resource_kind", { enum: resourceKinds }).notNull(),
    resourceText: text("resource_text").notNull(),
    checkBackDate: text("check_back_date"),
    /** A task to do, or a power that was exercised on the spot: that one is done with the minutes and makes no task. */
    kind: text("kind", { enum: resolutionKinds }).notNull().default("task"),
    /** Of a power: which, on what legal basis, the post that exercised it, the number of the document. */
    power: text("power").notNull().default(""),
    powerBasis: text("power_basis").notNull().default(""),
    powerPost: text("power_post").notNull().default(""),
    powerDocument: text("power_document").notNull().default(""),
  },
  (t) => [index("resolution_meeting").on(t.meetingId), index("resolution_topic").on(t.topicId)],
);

/** A unit that assists with a resolution. */
export const resolutionAssistingUnit = sqliteTable(
  "resolution_assisting_unit",
  {
    resolutionId: text("resolution_id")
      .notNull()
      .references(() => resolution.id),
    unitId: text("unit_id")
      .notNull()
      .references(() => unit.id),
    /** In the order in which the resolution names them, from 1. */
    place: integer("place").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.resolutionId, t.unitId] }),
    index("resolution_assisting_unit_of").on(t.unitId, t.resolutionId),
  ],
);

/** 更正说明: an adopted correction, numbered after the issued minutes it belongs to; these stay as they are. */
export const changeNote = sqliteTable(
  "change_note",
  {
    id: text("id").primaryKey(),
    minutesId: text("minutes_id")
      .notNull()
      .references(() => minutes.id),
    /** Under its minutes, from 1. */
    number: integer("number").notNull(),
    proposalId: text("proposal_id")
      .notNull()
      .references(() => correctionProposal.id),
    /** What it concerns; neither where it concerns the minutes as a whole. */
    topicId: text("topic_id").references(() => topic.id),
    resolutionId: text("resolution_id").references(() => resolution.id),
    text: text("text").notNull(),
    /** Everything the note says as canonical JSON, its number included, and the hash of that. */
    canonicalJson: text("canonical_json").notNull(),
    sha256: text("sha256").notNull(),
    byPostId: text("by_post_id")
      .notNull()
      .references(() => post.id),
    at: text("at").notNull(),
  },
  (t) => [
    uniqueIndex("change_note_number").on(t.minutesId, t.number),
    uniqueIndex("change_note_proposal").on(t.proposalId),
    index("change_note_resolution").on(t.resolutionId),
  ],
);

/** What was stated about one open task at one meeting, before new topics began. */
export const lookBackStatement = sqliteTable(
  "look_back_statement",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    taskId: text("task_id").notNull(),
    statement: text("statement", { enum: statements }).notNull(),
    text: text("text").notNull(),
    /** `noted`: one of the list of those due later, which was noted in one press. */
    saidAs: text("said_as", { enum: waysOfSaying }).notNull().default("called"),
    byPostId: text("by_post_id")
      .notNull()
      .references(() => post.id),
    at: text("at").notNull(),
  },
  (t) => [uniqueIndex("look_back_meeting_task").on(t.meetingId, t.taskId)],
);

/** A task that is to be called by itself at a look-back, and when the hall was last turned to it. */
export const lookBackCall = sqliteTable(
  "look_back_call",
  {
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    taskId: text("task_id").notNull(),
    /** Who asked for it, first. */
    askedByPostId: text("asked_by_post_id")
      .notNull()
      .references(() => post.id),
    askedAt: text("asked_at").notNull(),
    /** When whoever holds the meeting turned to it; null while it only waits for its turn. */
    calledAt: text("called_at"),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.taskId] })],
);
