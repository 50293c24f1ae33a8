import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { declaredKinds, holidays } from "~/calendar/holiday";
import { post } from "./unit";

/** A day off or a make-up working day as it was announced, entered by the office. */
export const calendarDay = sqliteTable("calendar_day", {
  /** YYYY-MM-DD */
  day: text("day").primaryKey(),
  kind: text("kind", { enum: declaredKinds }).notNull(),
  holiday: text("holiday", { enum: holidays }).notNull(),
  documentNumber: text("document_number").notNull(),
});

/** Days, first and last inclusive, on which whoever holds a post cannot take the chair. */
export const blockedDays = sqliteTable(
  "blocked_days",
  {
    id: text("id").primaryKey(),
    postId: text("post_id")
      .notNull()
      .references(() => post.id),
    fromDay: text("from_day").notNull(),
    toDay: text("to_day").notNull(),
    /** Read by the office and by whoever holds the post. */
    reason: text("reason").notNull().default(""),
  },
  (t) => [index("blocked_days_post").on(t.postId, t.toDay)],
);
