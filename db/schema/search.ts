import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * Which row of the full-text table `search_text` holds whose words: that table finds words at once, but a
 * subject only by reading everything.
 */
export const searchEntry = sqliteTable(
  "search_entry",
  {
    /** The rowid in `search_text`. */
    id: integer("id").primaryKey({ autoIncrement: true }),
    kind: text("kind", { enum: ["problem", "task", "meeting", "minutes", "publication"] }).notNull(),
    subjectId: text("subject_id").notNull(),
    /** How its words were made into tokens; see `indexVersion` in db/search.ts. */
    version: integer("version").notNull().default(1),
    /** What it is compared by, divided by blanks, as it stands in the index of its kind; see db/likeness.ts. */
    terms: text("terms").notNull().default(""),
  },
  (t) => [
    uniqueIndex("search_entry_subject").on(t.kind, t.subjectId),
    index("search_entry_version").on(t.version),
  ],
);
