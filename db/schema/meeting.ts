import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { meetingKinds } from "~/meeting/kind/kind";
import { meetingStages, stages } from "~/meeting/kind/stage";
import { occasions, requestStates } from "~/rules/deviationRequest";
import { ruleSet } from "./rules";
import { person, post, unit } from "./unit";

/**
 * Anything that has an agenda, a roll call, a record, resolutions and minutes. What its kind changes stands in
 * app/meeting/kind.
 */
export const meeting = sqliteTable(
  "meeting",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: meetingKinds }).notNull(),
    /** Such as HS-2026-0007: counted through the year of its date, all kinds together. */
    number: text("number").notNull(),
    /** Its name in addresses and in that of its live room: a consultation day's month, else the number. */
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    date: text("date").notNull(),
    /** Time of day, HH:MM in the district's zone; empty while nobody has said it. */
    startsAt: text("starts_at").notNull().default(""),
    place: text("place").notNull().default(""),
    /** How long it is to last; null where the rules say it. */
    plannedMinutes: integer("planned_minutes"),
    /** The unit that calls it. */
    organiserUnitId: text("organiser_unit_id")
      .notNull()
      .references(() => unit.id),
    /** The unit in whose territory it is held: it verifies what concerns no other street. */
    hostUnitId: text("host_unit_id")
      .notNull()
      .references(() => unit.id),
    chairPostId: text("chair_post_id").references(() => post.id),
    stage: text("stage", { enum: meetingStages }).notNull(),
    ruleSetId: text("rule_set_id")
      .notNull()
      .references(() => ruleSet.id),
    /** The law demands that it is held: what it writes may have to be disclosed. */
    requiredByLaw: integer("required_by_law", { mode: "boolean" }).notNull().default(false),
    agendaPublishedAt: text("agenda_published_at"),
    openedAt: text("opened_at"),
    closedAt: text("closed_at"),
    /** The station it was at when it was cancelled; null unless it is. */
    cancelledAtStage: text("cancelled_at_stage", { enum: stages }),
    /** The day it was first to be held on, once it was postponed. */
    postponedFrom: text("postponed_from"),
    /** Why it was cancelled or last postponed. */
    changeReason: text("change_reason").notNull().default(""),
    /** Rises with every change that calendars must take; a trigger sees to it. */
    calendarSequence: integer("calendar_sequence").notNull().default(0),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("meeting_number").on(t.number),
    uniqueIndex("meeting_slug").on(t.slug),
    index("meeting_date").on(t.date, t.number),
    index("meeting_stage").on(t.stage, t.date),
    index("meeting_series").on(t.kind, t.organiserUnitId, t.date),
  ],
);

/** A street that joins a meeting held in another one. */
export const joiningStreet = sqliteTable(
  "joining_street",
  {
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    streetId: text("street_id")
      .notNull()
      .references(() => unit.id),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.streetId] })],
);

/** A step that was skipped or done outside its rule, with the post that allowed it. */
export const deviation = sqliteTable(
  "deviation",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    step: text("step").notNull(),
    reason: text("reason").notNull(),
    approvedByPostId: text("approved_by_post_id")
      .notNull()
      .references(() => post.id),
    at: text("at").notNull(),
    /** The request by which it was approved; null of what was recorded before approvers were named. */
    requestId: text("request_id").references(() => deviationRequest.id),
  },
  (t) => [index("deviation_meeting").on(t.meetingId)],
);

/** A deviation that somebody needs, and the person they named to approve it. */
export const deviationRequest = sqliteTable(
  "deviation_request",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    /** The act that needs it. */
    occasion: text("occasion", { enum: occasions }).notNull(),
    reason: text("reason").notNull(),
    /** What exactly is approved, as the act says it; another thing needs another request. */
    covers: text("covers").notNull().default(""),
    askedByPersonId: text("asked_by_person_id")
      .notNull()
      .references(() => person.id),
    askedByPostId: text("asked_by_post_id")
      .notNull()
      .references(() => post.id),
    askedAt: text("asked_at").notNull(),
    approverPersonId: text("approver_person_id")
      .notNull()
      .references(() => person.id),
    approverPostId: text("approver_post_id")
      .notNull()
      .references(() => post.id),
    state: text("state", { enum: requestStates }).notNull().default("waiting"),
    answer: text("answer").notNull().default(""),
    answeredAt: text("answered_at"),
  },
  (t) => [
    index("deviation_request_meeting").on(t.meetingId, t.occasion),
    index("deviation_request_approver").on(t.approverPostId, t.state),
    index("deviation_request_asker").on(t.askedByPostId, t.state),
  ],
);
