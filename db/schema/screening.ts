import { sql } from "drizzle-orm";
import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { tickResults } from "~/problem/screening/admission";
import { listing } from "./list";
import { person, post, unit } from "./unit";

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
