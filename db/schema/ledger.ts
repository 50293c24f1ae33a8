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

/** Work to do after a commit (mail, notices): written in the same transaction as what causes it. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: text("id").primaryKey(),
    kind: text("kind").notNull(),
    payload: text("payload").notNull(),
    createdAt: text("created_at").notNull(),
    doneAt: text("done_at"),
  },
  (t) => [index("outbox_waiting").on(t.doneAt, t.createdAt)],
);
