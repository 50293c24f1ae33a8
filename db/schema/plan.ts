import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { stages } from "~/meeting/conduct/stage";
import { post, unit } from "./unit";

/** The rules of a place as data: what differs from district to district is never a constant in code. */
export const ruleSet = sqliteTable("rule_set", {
  id: text("id").primaryKey(),
  version: integer("version").notNull().unique(),
  title: text("title").notNull(),
  /** Number of the authorising document. */
  documentNumber: text("document_number").notNull(),
  /** JSON, see app/plan/ruleSet.ts. */
  rules: text("rules").notNull(),
  adoptedAt: text("adopted_at").notNull(),
});

export const yearPlan = sqliteTable("year_plan", {
  year: integer("year").primaryKey(),
  state: text("state", { enum: ["draft", "adopted"] })
    .notNull()
    .default("draft"),
  documentNumber: text("document_number").notNull().default(""),
  version: integer("version").notNull().default(1),
});

/** One month's consultation day. */
export const consultationDay = sqliteTable(
  "consultation_day",
  {
    id: text("id").primaryKey(),
    /** YYYY-MM; the day's name in addresses. */
    month: text("month").notNull(),
    year: integer("year").notNull(),
    date: text("date").notNull(),
    hostStreetId: text("host_street_id")
      .notNull()
      .references(() => unit.id),
    chairPostId: text("chair_post_id").references(() => post.id),
    stage: text("stage", { enum: stages }).notNull().default("planned"),
    ruleSetId: text("rule_set_id")
      .notNull()
      .references(() => ruleSet.id),
    /** First and last day on which streets may send topics (last day inclusive). */
    windowOpensOn: text("window_opens_on").notNull(),
    windowClosesOn: text("window_closes_on").notNull(),
    agendaPublishedAt: text("agenda_published_at"),
    openedAt: text("opened_at"),
    closedAt: text("closed_at"),
    /** Why another street hosts than the rotation says. */
    swapReason: text("swap_reason"),
    version: integer("version").notNull().default(1),
  },
  (t) => [uniqueIndex("consultation_day_month").on(t.month), index("consultation_day_year").on(t.year)],
);

export const joiningStreet = sqliteTable(
  "joining_street",
  {
    dayId: text("day_id")
      .notNull()
      .references(() => consultationDay.id),
    streetId: text("street_id")
      .notNull()
      .references(() => unit.id),
  },
  (t) => [primaryKey({ columns: [t.dayId, t.streetId] })],
);

/** A step that was skipped or done outside its rule, with the post that allowed it. */
export const deviation = sqliteTable(
  "deviation",
  {
    id: text("id").primaryKey(),
    dayId: text("day_id")
      .notNull()
      .references(() => consultationDay.id),
    step: text("step").notNull(),
    reason: text("reason").notNull(),
    approvedByPostId: text("approved_by_post_id")
      .notNull()
      .references(() => post.id),
    at: text("at").notNull(),
  },
  (t) => [index("deviation_day").on(t.dayId)],
);
