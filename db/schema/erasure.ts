import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { askers } from "~/problem/erased";
import { problem } from "./problem";
import { post } from "./unit";

/** Words about one problem, erased on a legal request. Append-only (a trigger refuses change and removal). */
export const erasure = sqliteTable(
  "erasure",
  {
    id: text("id").primaryKey(),
    problemId: text("problem_id")
      .notNull()
      .references(() => problem.id),
    /** By kind, never by name. */
    askedBy: text("asked_by", { enum: askers }).notNull(),
    legalBasis: text("legal_basis").notNull(),
    /** JSON array of the places in which the words still stood afterwards; none of the words. */
    remains: text("remains").notNull(),
    byPostId: text("by_post_id")
      .notNull()
      .references(() => post.id),
    at: text("at").notNull(),
  },
  (t) => [index("erasure_problem").on(t.problemId, t.at)],
);

/** One text that was replaced by the mark, wholly or in part: where it stood, and the digest of what it was. */
export const erasedText = sqliteTable(
  "erased_text",
  {
    id: text("id").primaryKey(),
    erasureId: text("erasure_id")
      .notNull()
      .references(() => erasure.id),
    /** Kind of thing, its id, and the field of it. */
    home: text("home").notNull(),
    subjectId: text("subject_id").notNull(),
    field: text("field").notNull(),
    /** HMAC of the whole text under the ledger's key. */
    digest: text("digest").notNull(),
    length: integer("length").notNull(),
  },
  (t) => [
    index("erased_text_erasure").on(t.erasureId),
    index("erased_text_subject").on(t.home, t.subjectId, t.field),
  ],
);

/** By what a problem is known again when the same file is imported once more, though its words are gone. */
export const erasedKey = sqliteTable(
  "erased_key",
  {
    problemId: text("problem_id")
      .notNull()
      .references(() => problem.id),
    /** HMAC of the key that its words gave. */
    key: text("key").notNull(),
  },
  (t) => [primaryKey({ columns: [t.problemId, t.key] })],
);

/**
 * Lets a frozen text become what it says, within one transaction: `ends` refers to a row that cannot be, checked at
 * the commit (a migration made it so, which cannot be said here).
 */
export const erasurePermit = sqliteTable(
  "erasure_permit",
  {
    home: text("home").notNull(),
    subjectId: text("subject_id").notNull(),
    field: text("field").notNull(),
    becomes: text("becomes").notNull(),
    ends: text("ends").notNull().default("with the transaction"),
  },
  (t) => [primaryKey({ columns: [t.home, t.subjectId, t.field] })],
);
