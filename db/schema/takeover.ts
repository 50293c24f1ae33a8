import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { meeting } from "./meeting";
import { task } from "./task";
import { person, post } from "./unit";

/** One act by which rows of an earlier ledger became tasks; kept, and marked, when it was undone. */
export const takeover = sqliteTable("takeover", {
  id: text("id").primaryKey(),
  fileName: text("file_name").notNull(),
  sha256: text("sha256").notNull(),
  /** The last number it gave to a task: a number that was given is not given again, also when it was undone. */
  lastNumber: text("last_number").notNull(),
  byPersonId: text("by_person_id")
    .notNull()
    .references(() => person.id),
  byPostId: text("by_post_id")
    .notNull()
    .references(() => post.id),
  at: text("at").notNull(),
  undoneAt: text("undone_at"),
});

/** What an earlier ledger says of a meeting besides its name and its date. */
export const takenOverMeeting = sqliteTable("taken_over_meeting", {
  meetingId: text("meeting_id")
    .primaryKey()
    .references(() => meeting.id),
  /** Of its own minutes, as the ledger cites them; this system issued none. */
  documentNumber: text("document_number").notNull().default(""),
});

/** The row of an earlier ledger that a task came from, as it was read. */
export const takenOverRow = sqliteTable(
  "taken_over_row",
  {
    taskId: text("task_id")
      .primaryKey()
      .references(() => task.id),
    takeoverId: text("takeover_id")
      .notNull()
      .references(() => takeover.id),
    /** By which it is known when it comes again. */
    key: text("key").notNull(),
    sheet: text("sheet").notNull(),
    /** In its sheet, from 1. */
    row: integer("row").notNull(),
    /** JSON: its cells by their headers. */
    cells: text("cells").notNull(),
  },
  (t) => [uniqueIndex("taken_over_row_key").on(t.key), index("taken_over_row_of").on(t.takeoverId)],
);

/** A file with an earlier ledger that waits for its columns and units to be looked at, one a post. */
export const takeoverUpload = sqliteTable("takeover_upload", {
  postId: text("post_id")
    .primaryKey()
    .references(() => post.id),
  fileName: text("file_name").notNull(),
  bytes: blob("bytes", { mode: "buffer" }).notNull(),
  /** JSON: what was chosen for it so far. */
  choices: text("choices").notNull(),
  uploadedAt: text("uploaded_at").notNull(),
});
