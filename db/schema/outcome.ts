import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { extents, publicTextKinds } from "~/outcome/publicText";
import { meeting } from "./meeting";
import { topic } from "./minutes";
import { post } from "./unit";

/**
 * How far a decided topic of an issued, public meeting is public. It waits from the issue until the office has looked
 * at what residents would read; amended minutes let it wait again where they bring something new, and what was seen
 * stays public meanwhile.
 */
export const publicTopic = sqliteTable(
  "public_topic",
  {
    topicId: text("topic_id")
      .primaryKey()
      .references(() => topic.id),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    /** The title as it was seen, which residents read; null while nothing of the topic is public. */
    title: text("title"),
    /** The epoch of the minutes up to which its resolutions were seen; null alike. */
    seenEpoch: integer("seen_epoch"),
    seenAt: text("seen_at"),
    /** Null where it was public before anything had to be seen. */
    seenByPostId: text("seen_by_post_id").references(() => post.id),
    /** When minutes were issued that brought what nobody has seen; null while nothing waits. */
    waitsSince: text("waits_since"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("public_topic_meeting").on(t.meetingId),
    index("public_topic_waiting").on(t.meetingId).where(sql`waits_since is not null`),
  ],
);

/** What is left out of a public text, as a place in the stored one, which never changes. Put back, it has ended. */
export const leftOut = sqliteTable(
  "left_out",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: publicTextKinds }).notNull(),
    /** Of the topic, problem, resolution or publication, as the kind says. */
    subjectId: text("subject_id").notNull(),
    extent: text("extent", { enum: extents }).notNull(),
    /** Of a passage, in UTF-16 units; `endsAt` is the first one after it. */
    startsAt: integer("starts_at").notNull().default(0),
    endsAt: integer("ends_at").notNull().default(0),
    /** In words for residents; empty where it tells of a person. */
    reason: text("reason").notNull().default(""),
    byPostId: text("by_post_id").references(() => post.id),
    at: text("at").notNull(),
    endedAt: text("ended_at"),
    endedByPostId: text("ended_by_post_id").references(() => post.id),
    endReason: text("end_reason").notNull().default(""),
  },
  (t) => [
    index("left_out_subject").on(t.subjectId),
    index("left_out_standing").on(t.kind).where(sql`ended_at is null`),
  ],
);
