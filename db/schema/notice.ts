import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { noticeKinds, noticeReasons } from "~/notice/notice";

/** What a reader is told of: that something has happened to a thing, and why they hear of it. */
export const notice = sqliteTable(
  "notice",
  {
    /** Later ones sort later: lists are paged by it. */
    id: text("id").primaryKey(),
    /** A post's id, or a person's where it concerns them in whatever post. */
    readerId: text("reader_id").notNull(),
    kind: text("kind", { enum: noticeKinds }).notNull(),
    why: text("why", { enum: noticeReasons }).notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    /** What its sentence needs besides the thing itself, as JSON; nothing that only some may know. */
    details: text("details").notNull().default("{}"),
    /** The ledger entry it tells of: nobody is told of one event twice. */
    entry: integer("entry").notNull(),
    /** When that happened. */
    at: text("at").notNull(),
    readAt: text("read_at"),
  },
  (t) => [
    index("notice_reader").on(t.readerId, t.id),
    index("notice_unread").on(t.readerId, t.id).where(sql`read_at is null`),
    uniqueIndex("notice_entry").on(t.entry, t.readerId),
  ],
);

/** How many notices a reader has not read: kept by increments, because every page shows it. */
export const noticeCount = sqliteTable("notice_count", {
  readerId: text("reader_id").primaryKey(),
  unread: integer("unread").notNull(),
});
