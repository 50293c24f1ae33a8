import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { approvalStates } from "~/meeting/approval/approvalStanding";
import { meeting } from "./meeting";
import { person, post } from "./unit";

/** 审定: an agenda as it was laid before the chair, and what the chair answered. */
export const agendaApproval = sqliteTable(
  "agenda_approval",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    state: text("state", { enum: approvalStates }).notNull().default("asked"),
    /** Of the agenda that was laid before the chair or approved: another agenda has another one. */
    sha256: text("sha256").notNull(),
    /** Null where the chair approved without being asked. */
    askedByPersonId: text("asked_by_person_id").references(() => person.id),
    askedByPostId: text("asked_by_post_id").references(() => post.id),
    askedAt: text("asked_at").notNull(),
    answeredByPersonId: text("answered_by_person_id").references(() => person.id),
    answeredByPostId: text("answered_by_post_id").references(() => post.id),
    answeredAt: text("answered_at"),
    /** What the chair wants changed. */
    words: text("words").notNull().default(""),
  },
  (t) => [
    index("agenda_approval_meeting").on(t.meetingId),
    index("agenda_approval_state").on(t.state, t.meetingId),
  ],
);
