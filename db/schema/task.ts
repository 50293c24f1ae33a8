import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { taskFindings } from "~/task/finding";
import { orderKinds } from "~/task/order";
import { taskEvents, taskStates } from "~/task/taskState";
import { witnessStates } from "~/task/witness";
import { meeting } from "./meeting";
import { resolution } from "./minutes";
import { person, post, unit } from "./unit";

/** What a resolution asks of one lead unit. Created once, when the minutes are issued. */
export const task = sqliteTable(
  "task",
  {
    id: text("id").primaryKey(),
    /** Such as RW-2026-0042. */
    number: text("number").notNull(),
    resolutionId: text("resolution_id")
      .notNull()
      .references(() => resolution.id),
    /** The meeting of that resolution. */
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    /** The street in whose territory it lies: it verifies. */
    streetId: text("street_id")
      .notNull()
      .references(() => unit.id),
    leadUnitId: text("lead_unit_id")
      .notNull()
      .references(() => unit.id),
    /** Strikes it off, grants extensions and suspends it; null where the consultation office of the district does. */
    overseerUnitId: text("overseer_unit_id").references(() => unit.id),
    state: text("state", { enum: taskStates }).notNull().default("dispatched"),
    dispatchedAt: text("dispatched_at").notNull(),
    acknowledgedAt: text("acknowledged_at"),
    /** As decided on the day; a trigger refuses to change it. */
    originalDueDate: text("original_due_date").notNull(),
    dueDate: text("due_date").notNull(),
    /** The lead unit's claim. */
    handledAt: text("handled_at"),
    /** The street's finding: a different fact, set by different people. */
    solvedAt: text("solved_at"),
    struckOffAt: text("struck_off_at"),
    reworkCount: integer("rework_count").notNull().default(0),
    blocked: text("blocked").notNull().default(""),
    /** Review date while suspended (挂账). */
    reviewOn: text("review_on"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("task_number").on(t.number),
    uniqueIndex("task_resolution").on(t.resolutionId),
    index("task_meeting").on(t.meetingId, t.state),
    index("task_lead").on(t.leadUnitId, t.state, t.dueDate, t.number),
    index("task_street").on(t.streetId, t.state, t.dueDate, t.number),
    index("task_due").on(t.dueDate, t.number),
    index("task_state").on(t.state, t.dueDate, t.number),
  ],
);

export const milestone = sqliteTable(
  "milestone",
  {
    id: text("id").primaryKey(),
    taskId: text("task_id")
      .notNull()
      .references(() => task.id),
    text: text("text").notNull(),
    due: text("due").notNull(),
    doneAt: text("done_at"),
  },
  (t) => [index("milestone_task").on(t.taskId)],
);

/** What happened to a task, in order; also its states' history. */
export const taskEntry = sqliteTable(
  "task_entry",
  {
    id: text("id").primaryKey(),
    taskId: text("task_id")
      .notNull()
      .references(() => task.id),
    event: text("event", { enum: taskEvents }).notNull(),
    text: text("text").notNull(),
    /** What shows it and where that is kept; at a verification, who was there. */
    evidence: text("evidence").notNull().default(""),
    byPostId: text("by_post_id").references(() => post.id),
    /** Who acted in that post: the doer is the doer in every post they hold. Null of what was kept before it was asked. */
    byPersonId: text("by_person_id").references(() => person.id),
    at: text("at").notNull(),
  },
  (t) => [index("task_entry_task").on(t.taskId, t.at), index("task_entry_person").on(t.byPersonId, t.taskId)],
);

/** Who was there when the office verified what a street had done itself; `entry_id` is the verification. */
export const taskWitness = sqliteTable(
  "task_witness",
  {
    entryId: text("entry_id")
      .primaryKey()
      .references(() => taskEntry.id),
    taskId: text("task_id")
      .notNull()
      .references(() => task.id),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    /** The post in which they were named. */
    postId: text("post_id")
      .notNull()
      .references(() => post.id),
    state: text("state", { enum: witnessStates }).notNull().default("named"),
    answer: text("answer").notNull().default(""),
    answeredAt: text("answered_at"),
  },
  (t) => [index("task_witness_task").on(t.taskId), index("task_witness_person").on(t.personId, t.state)],
);

/** What the clock has found about a task: each finding once. */
export const taskFinding = sqliteTable(
  "task_finding",
  {
    taskId: text("task_id")
      .notNull()
      .references(() => task.id),
    finding: text("finding", { enum: taskFindings }).notNull(),
    /** What would make it a new one: the due date that is over; nothing where it is found once and for all. */
    about: text("about").notNull(),
    at: text("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.taskId, t.finding, t.about] })],
);

export const taskExtension = sqliteTable(
  "task_extension",
  {
    id: text("id").primaryKey(),
    taskId: text("task_id")
      .notNull()
      .references(() => task.id),
    fromDate: text("from_date").notNull(),
    toDate: text("to_date").notNull(),
    reason: text("reason").notNull(),
    askedByPostId: text("asked_by_post_id")
      .notNull()
      .references(() => post.id),
    askedAt: text("asked_at").notNull(),
    state: text("state", { enum: ["waiting", "granted", "refused"] })
      .notNull()
      .default("waiting"),
    decidedByPostId: text("decided_by_post_id").references(() => post.id),
    decidedAt: text("decided_at"),
    decisionText: text("decision_text"),
  },
  (t) => [index("task_extension_task").on(t.taskId), index("task_extension_state").on(t.state, t.askedAt)],
);

/** What a leader ordered about a task that was carried over too often, and what was answered. */
export const taskOrder = sqliteTable(
  "task_order",
  {
    id: text("id").primaryKey(),
    taskId: text("task_id")
      .notNull()
      .references(() => task.id),
    kind: text("kind", { enum: orderKinds }).notNull(),
    text: text("text").notNull(),
    /** By which day it is answered; null of what was taken over. */
    answerBy: text("answer_by"),
    byPostId: text("by_post_id")
      .notNull()
      .references(() => post.id),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => person.id),
    at: text("at").notNull(),
    answer: text("answer").notNull().default(""),
    answeredAt: text("answered_at"),
    answeredByPostId: text("answered_by_post_id").references(() => post.id),
  },
  (t) => [index("task_order_task").on(t.taskId), index("task_order_post").on(t.byPostId, t.answeredAt)],
);

/** What residents read about a matter: prepared by the office, visible as withdrawn when withdrawn. */
export const publication = sqliteTable(
  "publication",
  {
    id: text("id").primaryKey(),
    taskId: text("task_id")
      .notNull()
      .references(() => task.id),
    text: text("text").notNull(),
    publishedByPostId: text("published_by_post_id")
      .notNull()
      .references(() => post.id),
    publishedAt: text("published_at").notNull(),
    withdrawnAt: text("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
  },
  (t) => [index("publication_task").on(t.taskId)],
);
