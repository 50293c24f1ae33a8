import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { dutyLists } from "~/unit/dutyList";
import { post, unit } from "./unit";

/** Who answers for what: an item of the district's list, or of one of the three lists of the streets. */
export const dutyItem = sqliteTable(
  "duty_item",
  {
    id: text("id").primaryKey(),
    list: text("list", { enum: dutyLists }).notNull().default("district"),
    number: integer("number").notNull(),
    problemClass: text("problem_class").notNull(),
    matter: text("matter").notNull(),
    /** Who answers for it; null where each street does itself. */
    unitId: text("unit_id").references(() => unit.id),
    basis: text("basis").notNull().default(""),
    /** Words for places and facilities that it covers, such as 公园、绿地. */
    places: text("places").notNull().default(""),
    departmentDoes: text("department_does").notNull().default(""),
    streetDoes: text("street_does").notNull().default(""),
    /** Since when it is on the list no more (UTC instant); problems still point to it. */
    endedAt: text("ended_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [uniqueIndex("duty_item_list_number").on(t.list, t.number), index("duty_item_unit").on(t.unitId)],
);

/** Who assists with an item, in this order. */
export const dutyAssistingUnit = sqliteTable(
  "duty_assisting_unit",
  {
    dutyItemId: text("duty_item_id")
      .notNull()
      .references(() => dutyItem.id),
    unitId: text("unit_id")
      .notNull()
      .references(() => unit.id),
    place: integer("place").notNull(),
  },
  (t) => [primaryKey({ columns: [t.dutyItemId, t.unitId] }), index("duty_assisting_unit_unit").on(t.unitId)],
);

/** A file with duty lists, kept from its preview until it is imported or given up; one a post. */
export const dutyUpload = sqliteTable("duty_upload", {
  postId: text("post_id")
    .primaryKey()
    .references(() => post.id),
  fileName: text("file_name").notNull(),
  bytes: blob("bytes", { mode: "buffer" }).notNull(),
  uploadedAt: text("uploaded_at").notNull(),
});
