import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { problemList } from "./list";
import { consultationDay } from "./plan";
import { problem } from "./problem";
import { post, unit } from "./unit";

/** What became of an imported file: `undone` by whoever imported it, `broken` when it could not be finished. */
export const importStates = ["running", "done", "undone", "broken"] as const;

/** A file a street's list came from. Its rows are kept as they were read. */
export const importedFile = sqliteTable("imported_file", {
  id: text("id").primaryKey(),
  listId: text("list_id")
    .notNull()
    .references(() => problemList.id),
  fileName: text("file_name").notNull(),
  sha256: text("sha256").notNull(),
  rowsRead: integer("rows_read").notNull(),
  importedAt: text("imported_at").notNull(),
  importedByPostId: text("imported_by_post_id").references(() => post.id),
  state: text("state", { enum: importStates }).notNull().default("done"),
  /** Rows written so far, and when; those of an import that is not running any more tell nothing. */
  rowsDone: integer("rows_done").notNull().default(0),
  touchedAt: text("touched_at"),
  /** JSON array of the columns' names, in their order. */
  headers: text("headers"),
});

/**
 * A problem of an import that is not finished, was undone or could not be finished: it is there for nobody. Its number
 * is not given again.
 */
export const withheldProblem = sqliteTable(
  "withheld_problem",
  {
    problemId: text("problem_id")
      .primaryKey()
      .references(() => problem.id),
    fileId: text("file_id")
      .notNull()
      .references(() => importedFile.id),
  },
  (t) => [index("withheld_problem_file").on(t.fileId)],
);

export const importedRow = sqliteTable(
  "imported_row",
  {
    id: text("id").primaryKey(),
    fileId: text("file_id")
      .notNull()
      .references(() => importedFile.id),
    rowNumber: integer("row_number").notNull(),
    /** JSON object header → cell text, as in the file. */
    cells: text("cells").notNull(),
    /** JSON array of {column, code} when the row was rejected. */
    rejected: text("rejected"),
    /** By which the same row is known again when a file is imported once more. */
    cellsKey: text("cells_key"),
  },
  (t) => [index("imported_row_file").on(t.fileId, t.rowNumber), index("imported_row_cells").on(t.cellsKey)],
);

/** A file brought for import, kept while its columns are being matched; one per street and day. */
export const importUpload = sqliteTable(
  "import_upload",
  {
    id: text("id").primaryKey(),
    dayId: text("day_id")
      .notNull()
      .references(() => consultationDay.meetingId),
    streetId: text("street_id")
      .notNull()
      .references(() => unit.id),
    fileName: text("file_name").notNull(),
    /** In bytes. */
    size: integer("size").notNull().default(0),
    uploadedAt: text("uploaded_at").notNull(),
  },
  (t) => [uniqueIndex("import_upload_day_street").on(t.dayId, t.streetId)],
);

/** A file that was brought, in parts: a large one is written without keeping others from writing. */
export const importUploadPart = sqliteTable(
  "import_upload_part",
  {
    uploadId: text("upload_id").notNull(),
    at: integer("at").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
    keptAt: text("kept_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.uploadId, t.at] })],
);
