import { integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * Which row of the full-text table `search_text` holds whose words: that table finds words at once, but a
 * subject only by reading everything.
 */
export const searchEntry = sqliteTable(
  "search_entry",
  {
    /** The rowid in `search_text`. */
    id: integer("id").primaryKey({ autoIncrement: true }),
    kind: text("kind").notNull(),
    subjectId: text("subject_id").notNull(),
  },
  (t) => [uniqueIndex("search_entry_subject").on(t.kind, t.subjectId)],
);
