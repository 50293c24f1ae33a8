import { sql } from "drizzle-orm";
import { blob, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { fieldKinds } from "~/record/document/fieldPlace";

/**
 * A live document. `epoch` rises when minutes are amended, so that old local copies cannot flow in, and rose when the
 * notes of a record that was being written became lines: from the epoch `linesFrom` on; null where they are elements.
 */
export const liveRoom = sqliteTable("live_room", {
  name: text("name").primaryKey(),
  epoch: integer("epoch").notNull().default(1),
  linesFrom: integer("lines_from").default(1),
  state: text("state", { enum: ["open", "frozen"] })
    .notNull()
    .default("open"),
  createdAt: text("created_at").notNull(),
  frozenAt: text("frozen_at"),
  /** Overwritten words that were more than are kept. */
  wordsNotKept: integer("words_not_kept").notNull().default(0),
});

/**
 * Append-only log of updates as received; compaction replaces a prefix by a snapshot. A migration made it
 * `WITHOUT ROWID`, which cannot be said here.
 */
export const liveUpdate = sqliteTable(
  "live_update",
  {
    room: text("room").notNull(),
    epoch: integer("epoch").notNull(),
    sequence: integer("sequence").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
    personId: text("person_id"),
    postId: text("post_id"),
    at: text("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.room, t.epoch, t.sequence] })],
);

/** The state of a room up to and including `sequence`; one row per room and epoch. */
export const liveSnapshot = sqliteTable(
  "live_snapshot",
  {
    room: text("room").notNull(),
    epoch: integer("epoch").notNull(),
    sequence: integer("sequence").notNull(),
    state: blob("state", { mode: "buffer" }).notNull(),
    at: text("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.room, t.epoch] })],
);

/**
 * Who wrote and who deleted what, kept when compaction removes the log it was read from. A range is of
 * items of one Yjs client; ranges of one person within one minute are joined.
 */
export const liveAuthorship = sqliteTable(
  "live_authorship",
  {
    room: text("room").notNull(),
    epoch: integer("epoch").notNull(),
    act: text("act", { enum: ["wrote", "deleted"] }).notNull(),
    client: integer("client").notNull(),
    clock: integer("clock").notNull(),
    length: integer("length").notNull(),
    personId: text("person_id"),
    postId: text("post_id"),
    /** Of the first item of the range. */
    at: text("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.room, t.epoch, t.act, t.client, t.clock] })],
);

/** The record as canonical JSON while people write: for search, restart and pages without script. */
export const liveRecord = sqliteTable("live_record", {
  room: text("room").primaryKey(),
  epoch: integer("epoch").notNull(),
  sequence: integer("sequence").notNull(),
  json: text("json").notNull(),
  at: text("at").notNull(),
});

/** A state of the record worth going back to: at milestones and every so often. */
export const liveVersion = sqliteTable(
  "live_version",
  {
    id: text("id").primaryKey(),
    room: text("room").notNull(),
    epoch: integer("epoch").notNull(),
    sequence: integer("sequence").notNull(),
    label: text("label", {
      enum: [
        "automatic",
        "agendaPublished",
        "sessionOpened",
        "sessionClosed",
        "issued",
        /** Kept by the office, with a note of what for. */
        "kept",
        /** As it was just before older wording was brought back. */
        "beforeRestore",
        /** What an amendment of issued minutes began from, and what was written in one that was dropped. */
        "amendmentBegun",
        "amendmentDropped",
        /** As it was when its notes were still elements. */
        "beforeLines",
      ],
    }).notNull(),
    note: text("note").notNull().default(""),
    state: blob("state", { mode: "buffer" }).notNull(),
    personId: text("person_id"),
    at: text("at").notNull(),
  },
  (t) => [index("live_version_room").on(t.room, t.at)],
);

/**
 * Edits that came too late for the record, or from somebody who may no longer write it: read, adopted or
 * refused by the office, never merged by themselves.
 */
export const correctionProposal = sqliteTable(
  "correction_proposal",
  {
    id: text("id").primaryKey(),
    room: text("room").notNull(),
    epoch: integer("epoch").notNull(),
    bytes: blob("bytes", { mode: "buffer" }).notNull(),
    /** What the edit would change, as canonical JSON before and after. */
    difference: text("difference"),
    personId: text("person_id"),
    postId: text("post_id"),
    at: text("at").notNull(),
    state: text("state", { enum: ["waiting", "adopted", "refused"] })
      .notNull()
      .default("waiting"),
    /** `late`: met a frozen record. `handedIn`: by the person's own hand, having lost the right to write. */
    origin: text("origin", { enum: ["late", "handedIn"] })
      .notNull()
      .default("late"),
    /** The person. */
    decidedBy: text("decided_by"),
    decidedPostId: text("decided_post_id"),
    decidedAt: text("decided_at"),
    reason: text("reason"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("correction_proposal_room").on(t.room, t.state),
    index("correction_proposal_state").on(t.state, t.at),
    index("correction_proposal_person").on(t.personId, t.at),
  ],
);

/**
 * Words of one field of the record that an edit made disappear, though of the two who wrote there one had not received
 * what the other wrote. Stored with the edit; waits until its writer has put them back or let them go.
 */
export const overwrittenWords = sqliteTable(
  "overwritten_words",
  {
    id: text("id").primaryKey(),
    room: text("room").notNull(),
    epoch: integer("epoch").notNull(),
    /** The field: of which kind of entry, which one, which milestone in it. */
    kind: text("kind", { enum: fieldKinds }).notNull(),
    entryId: text("entry_id").notNull(),
    stepId: text("step_id"),
    field: text("field").notNull(),
    /** The topic to which the entry belonged. */
    topicId: text("topic_id"),
    /** What stood in the field, as JSON. */
    value: text("value").notNull(),
    /** The Yjs item that was lost, by which its writer is found. */
    client: integer("client").notNull(),
    clock: integer("clock").notNull(),
    /** Null until the log was asked. */
    writerPersonId: text("writer_person_id"),
    writerPostId: text("writer_post_id"),
    /** The item that stood there instead, if any, and whose it is. */
    overClient: integer("over_client"),
    overClock: integer("over_clock"),
    overPersonId: text("over_person_id"),
    overPostId: text("over_post_id"),
    /** The person whose edit made them disappear, or did not stand itself: how much one can cause is bounded. */
    causedBy: text("caused_by"),
    at: text("at").notNull(),
    state: text("state", { enum: ["waiting", "putBack", "letGo"] })
      .notNull()
      .default("waiting"),
    /** Their writer was found and told. */
    told: integer("told", { mode: "boolean" }).notNull().default(false),
    settledByPersonId: text("settled_by_person_id"),
    settledByPostId: text("settled_by_post_id"),
    settledAt: text("settled_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("overwritten_words_room").on(t.room, t.state),
    index("overwritten_words_item").on(t.room, t.client, t.clock),
    index("overwritten_words_writer").on(t.writerPersonId, t.state),
    index("overwritten_words_untold").on(t.room).where(sql`told = 0`),
  ],
);
