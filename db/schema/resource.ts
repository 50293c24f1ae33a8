import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { needStates } from "~/meeting/resource/need";
import { offerStates } from "~/meeting/resource/offer";
import { suppliedKinds } from "~/meeting/resource/resource";
import { topic } from "./minutes";
import { problem } from "./problem";
import { task } from "./task";
import { post, unit } from "./unit";

const quantity = {
  kind: text("kind", { enum: suppliedKinds }).notNull(),
  /** Money in fen, anything else in whole pieces. */
  amount: integer("amount").notNull(),
  countedIn: text("counted_in").notNull().default(""),
  from: text("from_day").notNull(),
  until: text("until_day"),
  words: text("words").notNull(),
};

/** 资源需求: what a problem, a resolution that is being drafted, or a task lacks. */
export const resourceNeed = sqliteTable(
  "resource_need",
  {
    id: text("id").primaryKey(),
    /** Such as XQ-2026-0007. */
    number: text("number").notNull(),
    /** The problem; of a resolution that of its topic, where there is one. */
    problemId: text("problem_id").references(() => problem.id),
    taskId: text("task_id").references(() => task.id),
    topicId: text("topic_id").references(() => topic.id),
    /** In the live record, and under the same id once it is adopted. */
    resolutionId: text("resolution_id"),
    ...quantity,
    state: text("state", { enum: needStates }).notNull().default("open"),
    endReason: text("end_reason").notNull().default(""),
    endedAt: text("ended_at"),
    createdAt: text("created_at").notNull(),
    createdByPostId: text("created_by_post_id")
      .notNull()
      .references(() => post.id),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("resource_need_number").on(t.number),
    index("resource_need_problem").on(t.problemId),
    index("resource_need_task").on(t.taskId),
    index("resource_need_topic").on(t.topicId),
    index("resource_need_resolution").on(t.resolutionId),
    index("resource_need_open").on(t.state, t.kind),
  ],
);

/** 可供资源: what a unit can give, also on behalf of an organisation outside the district. */
export const resourceOffer = sqliteTable(
  "resource_offer",
  {
    id: text("id").primaryKey(),
    /** Such as GJ-2026-0003. */
    number: text("number").notNull(),
    unitId: text("unit_id")
      .notNull()
      .references(() => unit.id),
    /** The need it was made to; null for one that stands open. */
    needId: text("need_id").references(() => resourceNeed.id),
    ...quantity,
    conditions: text("conditions").notNull().default(""),
    behalfOf: text("behalf_of").notNull().default(""),
    broughtBy: text("brought_by").notNull().default(""),
    state: text("state", { enum: offerStates }).notNull().default("open"),
    endReason: text("end_reason").notNull().default(""),
    endedAt: text("ended_at"),
    createdAt: text("created_at").notNull(),
    createdByPostId: text("created_by_post_id")
      .notNull()
      .references(() => post.id),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("resource_offer_number").on(t.number),
    index("resource_offer_unit").on(t.unitId),
    index("resource_offer_need").on(t.needId, t.state),
    index("resource_offer_open").on(t.state, t.kind),
  ],
);

/** 已对接: so much of an offer for a need; one that was taken back is kept with its reason. */
export const resourcePromise = sqliteTable(
  "resource_promise",
  {
    id: text("id").primaryKey(),
    needId: text("need_id")
      .notNull()
      .references(() => resourceNeed.id),
    offerId: text("offer_id")
      .notNull()
      .references(() => resourceOffer.id),
    /** Among the promises of its offer, from 1. */
    ordinal: integer("ordinal").notNull(),
    /** In what the offer is counted in. */
    amount: integer("amount").notNull(),
    acceptedAt: text("accepted_at").notNull(),
    acceptedByPostId: text("accepted_by_post_id")
      .notNull()
      .references(() => post.id),
    takenBackAt: text("taken_back_at"),
    takenBackByPostId: text("taken_back_by_post_id").references(() => post.id),
    takenBackReason: text("taken_back_reason").notNull().default(""),
  },
  (t) => [
    uniqueIndex("resource_promise_ordinal").on(t.offerId, t.ordinal),
    index("resource_promise_need").on(t.needId),
  ],
);
