import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The rules of a place as data: what differs from district to district is never a constant in code. */
export const ruleSet = sqliteTable("rule_set", {
  id: text("id").primaryKey(),
  version: integer("version").notNull().unique(),
  title: text("title").notNull(),
  /** Number of the authorising document. */
  documentNumber: text("document_number").notNull(),
  /** JSON, see app/rules/ruleSet.ts. */
  rules: text("rules").notNull(),
  adoptedAt: text("adopted_at").notNull(),
});
