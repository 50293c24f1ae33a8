import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { positions } from "~/meeting/opinion/opinion";
import { meeting } from "./meeting";
import { topic } from "./minutes";
import { person, post, unit } from "./unit";

/** 书面意见: what a unit was asked to write on a topic, until when, and what it is writing. */
export const opinion = sqliteTable(
  "opinion",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    topicId: text("topic_id")
      .notNull()
      .references(() => topic.id),
    unitId: text("unit_id")
      .notNull()
      .references(() => unit.id),
    dueOn: text("due_on").notNull(),
    askedAt: text("asked_at").notNull(),
    askedByPostId: text("asked_by_post_id")
      .notNull()
      .references(() => post.id),
    /** When the request was taken back; null while it stands. */
    takenBackAt: text("taken_back_at"),
    /** As its unit is writing it: nobody else reads these. */
    position: text("position", { enum: positions }),
    terms: text("terms").notNull().default(""),
    text: text("text").notNull().default(""),
    /** When it was first submitted. */
    submittedAt: text("submitted_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("opinion_topic_unit").on(t.topicId, t.unitId),
    index("opinion_meeting").on(t.meetingId),
    index("opinion_unit").on(t.unitId, t.submittedAt),
  ],
);

/** An opinion as it was submitted; a trigger refuses to change it. */
export const opinionVersion = sqliteTable(
  "opinion_version",
  {
    id: text("id").primaryKey(),
    opinionId: text("opinion_id")
      .notNull()
      .references(() => opinion.id),
    ordinal: integer("ordinal").notNull(),
    position: text("position", { enum: positions }).notNull(),
    terms: text("terms").notNull(),
    text: text("text").notNull(),
    at: text("at").notNull(),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => person.id),
    byPostId: text("by_post_id")
      .notNull()
      .references(() => post.id),
  },
  (t) => [uniqueIndex("opinion_version_ordinal").on(t.opinionId, t.ordinal)],
);
