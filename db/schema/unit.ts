import { sql } from "drizzle-orm";
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { capacities } from "~/access/capacity";
import { roles } from "~/access/role";
import { handoverWays, openKinds } from "~/unit/handover";
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
    /** How its name is read, by which it is sorted, and the initials of that. */
    sortKey: text("sort_key").notNull().default(""),
    initials: text("initials").notNull().default(""),
    /** Since when there is no more of it than what it was part of. */
    closedAt: text("closed_at"),
    /** The unit that took everything open over. */
    mergedInto: text("merged_into").references((): AnySQLiteColumn => unit.id),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("unit_slug").on(t.slug),
    index("unit_parent").on(t.parentId),
    index("unit_merged").on(t.mergedInto).where(sql`merged_into is not null`),
  ],
);

export const person = sqliteTable(
  "person",
  {
    id: text("id").primaryKey(),
    account: text("account").notNull(),
    name: text("name").notNull(),
    /** Empty as long as the person has not chosen a password, or after it was withdrawn. */
    passwordHash: text("password_hash").notNull(),
    /** How the name is read, by which it is sorted, and the initials of that. */
    sortKey: text("sort_key").notNull().default(""),
    initials: text("initials").notNull().default(""),
  },
  (t) => [uniqueIndex("person_account").on(t.account), index("person_sort_key").on(t.sortKey, t.account)],
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
    closedAt: text("closed_at"),
    /** Whoever holds that post stands in while this one is vacant. */
    deputyPostId: text("deputy_post_id").references((): AnySQLiteColumn => post.id),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("post_unit").on(t.unitId)],
);

/**
 * Who holds a post from when to when (days in the district's zone, both inclusive). Who leaves today holds it until
 * `leftAt`; without that instant the last day counts whole.
 */
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
    leftAt: text("left_at"),
    /** What the leaving holder wrote for the next one; a post is not left without it. */
    handover: text("handover"),
    /** Whoever stands in has the post's rights for these days, beside its holder or while there is none. */
    capacity: text("capacity", { enum: capacities }).notNull().default("holder"),
    /** The deputy's post by which somebody stands in for as long as this one is vacant. */
    viaPostId: text("via_post_id").references(() => post.id),
  },
  (t) => [index("holding_person").on(t.personId), index("holding_post").on(t.postId)],
);

/** What whoever leaves a post says about one thing that is open, and who has taken note of it. */
export const handoverItem = sqliteTable(
  "handover_item",
  {
    id: text("id").primaryKey(),
    holdingId: text("holding_id")
      .notNull()
      .references(() => holding.id),
    /** Names the thing, whatever is to be done about it. */
    key: text("key").notNull(),
    kind: text("kind", { enum: openKinds }).notNull(),
    /** Its number or slug, and where it is worked on. */
    name: text("name").notNull(),
    address: text("address").notNull(),
    goesTo: text("goes_to", { enum: handoverWays }).notNull(),
    /** The post whose holder takes note of it. */
    postId: text("post_id")
      .notNull()
      .references(() => post.id),
    note: text("note").notNull().default(""),
    saidAt: text("said_at").notNull(),
    confirmedAt: text("confirmed_at"),
    confirmedByPersonId: text("confirmed_by_person_id").references(() => person.id),
  },
  (t) => [
    uniqueIndex("handover_item_key").on(t.holdingId, t.key),
    index("handover_item_post").on(t.postId).where(sql`confirmed_at is null`),
  ],
);

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
    /** Noted every few minutes; empty until the first time. */
    lastUsedAt: text("last_used_at").notNull().default(""),
    expiresAt: text("expires_at").notNull(),
    endedAt: text("ended_at"),
    /** From where, and with which browser: what its owner knows it by. */
    address: text("address").notNull().default(""),
    browser: text("browser").notNull().default(""),
  },
  (t) => [index("sign_in_person").on(t.personId)],
);

/** Attempts at signing in that failed or are under way, by account, address or device: what slows a guesser down. */
export const signInPace = sqliteTable(
  "sign_in_pace",
  {
    /** Kind and hash: what somebody typed as an account may be anything. */
    key: text("key").primaryKey(),
    failures: integer("failures").notNull(),
    lastAt: text("last_at").notNull(),
  },
  (t) => [index("sign_in_pace_last").on(t.lastAt)],
);

/** A browser in which somebody has signed in before. Only the hash of its token is stored. */
export const knownDevice = sqliteTable(
  "known_device",
  {
    tokenHash: text("token_hash").notNull(),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    usedAt: text("used_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tokenHash, t.personId] }),
    index("known_device_person").on(t.personId, t.usedAt),
  ],
);

/** A link with which somebody chooses a password, once. Only the hash of its code is stored. */
export const invitation = sqliteTable(
  "invitation",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    personId: text("person_id")
      .notNull()
      .references(() => person.id),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    usedAt: text("used_at"),
  },
  (t) => [index("invitation_person").on(t.personId)],
);

/** The address under which calendars read somebody's meetings. Only the hash of its token is stored. */
export const calendarFeed = sqliteTable(
  "calendar_feed",
  {
    personId: text("person_id")
      .primaryKey()
      .references(() => person.id),
    tokenHash: text("token_hash").notNull(),
    /** In which the calendar is written. */
    language: text("language").notNull(),
    madeAt: text("made_at").notNull(),
  },
  (t) => [uniqueIndex("calendar_feed_token").on(t.tokenHash)],
);
