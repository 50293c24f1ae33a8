import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { proposalKinds, proposalStates } from "~/meeting/agenda/proposal";
import { meeting } from "./meeting";
import { person, post } from "./unit";

/** 修改建议: what somebody other than the moderator would change on an agenda that is settled. */
export const agendaProposal = sqliteTable(
  "agenda_proposal",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id")
      .notNull()
      .references(() => meeting.id),
    /** Id of the entry in the live record; one that was written straight into it has no row of its own. */
    topicId: text("topic_id").notNull(),
    kind: text("kind", { enum: proposalKinds }).notNull(),
    /** The value as text; of a place, the id of the entry to come before ("" = at the end). */
    proposed: text("proposed").notNull(),
    /** What stood there when it was proposed, likewise. */
    stood: text("stood").notNull(),
    byPersonId: text("by_person_id")
      .notNull()
      .references(() => person.id),
    byPostId: text("by_post_id")
      .notNull()
      .references(() => post.id),
    at: text("at").notNull(),
    state: text("state", { enum: proposalStates }).notNull().default("waiting"),
    decidedByPersonId: text("decided_by_person_id").references(() => person.id),
    decidedByPostId: text("decided_by_post_id").references(() => post.id),
    decidedAt: text("decided_at"),
    /** What was said to its author with the decision. */
    word: text("word").notNull().default(""),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("agenda_proposal_meeting").on(t.meetingId),
    index("agenda_proposal_state").on(t.state, t.meetingId),
    uniqueIndex("agenda_proposal_waiting")
      .on(t.meetingId, t.topicId, t.kind, t.byPersonId)
      .where(sql`state = 'waiting'`),
  ],
);
