import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { meeting } from "./meeting";
import { topic } from "./minutes";
import { problem } from "./problem";
import { person, post } from "./unit";

/** What the research group of a meeting is to find out. */
export const research = sqliteTable("research", {
  meetingId: text("meeting_id")
    .primaryKey()
    .references(() => meeting.id),
  brief: text("brief").notNull().default(""),
  version: integer("version").notNull().default(1),
});

/** A post in the research group of a meeting. */
export const researchMember = sqliteTable(
  "research_member",
  {
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    postId: text("post_id")
      .notNull()
      .references(() => post.id),
    leads: integer("leads", { mode: "boolean" }).notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.postId] })],
);

/** A visit, talk, survey or follow-up for a meeting. */
export const visit = sqliteTable(
  "visit",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    /** A code of the rules' list of research. */
    kind: text("kind").notNull(),
    title: text("title").notNull(),
    date: text("date").notNull(),
    /** Who took part, and whom one met. */
    people: text("people").notNull().default(""),
    createdAt: text("created_at").notNull(),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => person.id),
    byPostId: text("by_post_id")
      .notNull()
      .references(() => post.id),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("visit_meeting").on(t.meetingId, t.date)],
);

/** What a visit concerns: a problem of a list, or a topic that comes from none. */
export const visitMatter = sqliteTable(
  "visit_matter",
  {
    visitId: text("visit_id")
      .notNull()
      .references(() => visit.id),
    /** The id of the problem or of the topic. */
    matterId: text("matter_id").notNull(),
    problemId: text("problem_id").references(() => problem.id),
    topicId: text("topic_id").references(() => topic.id),
  },
  (t) => [
    primaryKey({ columns: [t.visitId, t.matterId] }),
    index("visit_matter_problem").on(t.problemId),
    index("visit_matter_topic").on(t.topicId),
  ],
);

/** A note of a visit: a line of its own by a person and a time. */
export const visitEntry = sqliteTable(
  "visit_entry",
  {
    id: text("id").primaryKey(),
    visitId: text("visit_id")
      .notNull()
      .references(() => visit.id),
    text: text("text").notNull(),
    /** When it was written, which may be before anybody could receive it. */
    writtenAt: text("written_at").notNull(),
    receivedAt: text("received_at").notNull(),
    editedAt: text("edited_at"),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => person.id),
    byPostId: text("by_post_id")
      .notNull()
      .references(() => post.id),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("visit_entry_visit").on(t.visitId, t.writtenAt)],
);
