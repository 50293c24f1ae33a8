import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { roles } from "~/access/role";
import { problemClasses } from "~/unit/problemClass";
import { unitKinds } from "~/unit/unit";

/** Everything that can own, raise or help: offices, streets, communities, departments, contractors. */
export const unit = sqliteTable(
  "unit",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    kind: text("kind", { enum: unitKinds }).notNull(),
    /** Prefix of problem numbers; streets only. */
    code: text("code"),
    parentId: text("parent_id"),
    nameZh: text("name_zh").notNull(),
    nameEn: text("name_en").notNull(),
    shortZh: text("short_zh").notNull(),
    /** Where residents ask: an office or a window, in words. */
    contactZh: text("contact_zh").notNull().default(""),
    contactEn: text("contact_en").notNull().default(""),
  },
  (t) => [uniqueIndex("unit_slug").on(t.slug), index("unit_parent").on(t.parentId)],
);

export const person = sqliteTable(
  "person",
  {
    id: text("id").primaryKey(),
    account: text("account").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
  },
  (t) => [uniqueIndex("person_account").on(t.account)],
);

/** Tasks and rights belong to posts, never to people. */
export const post = sqliteTable(
  "post",
  {
    id: text("id").primaryKey(),
    unitId: text("unit_id")
      .notNull()
      .references(() => unit.id),
    role: text("role", { enum: roles }).notNull(),
    titleZh: text("title_zh").notNull(),
    titleEn: text("title_en").notNull(),
  },
  (t) => [index("post_unit").on(t.unitId)],
);

/** Who holds a post from when to when (days in the district's zone, both inclusive). */
export const holding = sqliteTable(
  "holding",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    postId: text("post_id")
      .notNull()
      .references(() => post.id),
    fromDay: text("from_day").notNull(),
    toDay: text("to_day"),
    /** What the leaving holder wrote for the next one; a post is not left without it. */
    handover: text("handover"),
  },
  (t) => [index("holding_person").on(t.personId), index("holding_post").on(t.postId)],
);

/** Which office answers for what. */
export const dutyItem = sqliteTable("duty_item", {
  id: text("id").primaryKey(),
  number: integer("number").notNull().unique(),
  problemClass: text("problem_class", { enum: problemClasses }).notNull(),
  matter: text("matter").notNull(),
  unitId: text("unit_id")
    .notNull()
    .references(() => unit.id),
  basis: text("basis").notNull(),
});

/** A browser's sign-in. Only the hash of its token is stored. */
export const signIn = sqliteTable(
  "sign_in",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    /** The post the person acts in at present. */
    postId: text("post_id")
      .notNull()
      .references(() => post.id),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    endedAt: text("ended_at"),
  },
  (t) => [index("sign_in_person").on(t.personId)],
);

/** Failed attempts by account and by address: what slows a guesser down. */
export const signInFailure = sqliteTable(
  "sign_in_failure",
  {
    key: text("key").notNull(),
    at: text("at").notNull(),
    id: text("id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.at, t.id] })],
);
