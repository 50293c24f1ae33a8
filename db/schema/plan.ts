import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { meeting } from "./meeting";

export const yearPlan = sqliteTable("year_plan", {
  year: integer("year").primaryKey(),
  state: text("state", { enum: ["draft", "adopted"] })
    .notNull()
    .default("draft"),
  documentNumber: text("document_number").notNull().default(""),
  version: integer("version").notNull().default(1),
});

/** The plan's row for one month: when streets may send topics, and the meeting that is held. */
export const consultationDay = sqliteTable(
  "consultation_day",
  {
    meetingId: text("meeting_id")
      .primaryKey()
      .references(() => meeting.id),
    /** YYYY-MM; also the meeting's slug. */
    month: text("month").notNull(),
    year: integer("year").notNull(),
    /** First and last day on which streets may send topics (last day inclusive). */
    windowOpensOn: text("window_opens_on").notNull(),
    windowClosesOn: text("window_closes_on").notNull(),
    /** Why another street hosts than the rotation says. */
    swapReason: text("swap_reason"),
  },
  (t) => [uniqueIndex("consultation_day_month").on(t.month), index("consultation_day_year").on(t.year)],
);
