import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { post, unit } from "./unit";

/** How a street has arranged its communities on its sketch; without a row they stand in a grid. */
export const streetSketch = sqliteTable("street_sketch", {
  streetId: text("street_id")
    .primaryKey()
    .references(() => unit.id),
  /** JSON: the rectangle of each community, by its id. */
  areas: text("areas").notNull(),
  version: integer("version").notNull().default(1),
  arrangedAt: text("arranged_at").notNull(),
  arrangedByPostId: text("arranged_by_post_id").references(() => post.id),
});
