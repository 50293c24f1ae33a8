import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Append-only (a trigger refuses change and removal); each row is chained to the one before by an HMAC. */
export const ledgerEntry = sqliteTable(
  "ledger_entry",
  {
    sequence: integer("sequence").primaryKey(),
    at: text("at").notNull(),
    personId: text("person_id"),
    postId: text("post_id"),
    verb: text("verb").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    /** The street whose draft the subject is; null when every official may see the entry. */
    scopeUnitId: text("scope_unit_id"),
    before: text("before"),
    after: text("after"),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  // Each filter of the ledger's page has its index, so that a page costs the same however long the ledger is.
  (t) => [
    index("ledger_subject").on(t.subjectKind, t.subjectId, t.sequence),
    index("ledger_kind").on(t.subjectKind, t.sequence),
    index("ledger_person").on(t.personId, t.sequence),
    index("ledger_verb").on(t.verb, t.sequence),
  ],
);

/**
 * Work that follows a commit (see app/ledger/outbox): written in the same transaction as what causes it, gone once
 * it is done. Steps of one kind about one subject are done in the order of their sequence.
 */
export const outbox = sqliteTable(
  "outbox",
  {
    // Never given twice: what is written later is done later.
    sequence: integer("sequence").primaryKey({ autoIncrement: true }),
    kind: text("kind").notNull(),
    subject: text("subject").notNull(),
    /** JSON; its shape is that of the kind. */
    payload: text("payload").notNull(),
    createdAt: text("created_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** Not to be tried before; null until an attempt has failed. */
    dueAt: text("due_at"),
    /** Somebody is at it until then, unless the process has ended. */
    leasedUntil: text("leased_until"),
    lastError: text("last_error"),
    /** Given up after too many attempts; people decide what becomes of it. */
    deadAt: text("dead_at"),
  },
  (t) => [index("outbox_subject").on(t.kind, t.subject, t.sequence)],
);

/** The last period for which something that the clock sets off was written to the outbox, such as a day. */
export const clockRun = sqliteTable("clock_run", {
  kind: text("kind").primaryKey(),
  period: text("period").notNull(),
});

/**
 * Forms that were carried out, each with what the use case answered: the same form sent once more is answered by
 * this and changes nothing. Kept for a few days (see app/ledger/submission.server.ts).
 */
export const submission = sqliteTable(
  "submission",
  {
    id: text("id").primaryKey(),
    /** JSON. */
    answer: text("answer").notNull(),
    at: text("at").notNull(),
  },
  (t) => [index("submission_at").on(t.at)],
);

/** The last entry of the ledger, signed, in its single row: shows a ledger that was cut off at its end. */
export const ledgerHead = sqliteTable("ledger_head", {
  id: integer("id").primaryKey(),
  sequence: integer("sequence").notNull(),
  hash: text("hash").notNull(),
  /** Empty for what was booked before heads were kept, until the next start. */
  signature: text("signature").notNull(),
});

/**
 * Reasons that stand nowhere but in the ledger, by the digest that an entry has in their place: apart from the chain, so
 * that they can be erased without touching it.
 */
export const ledgerText = sqliteTable("ledger_text", {
  digest: text("digest").primaryKey(),
  text: text("text").notNull(),
});
