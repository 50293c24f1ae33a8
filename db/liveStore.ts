/** One edit of the live record on its way into the log. */
export interface LiveRow {
  sequence: number;
  bytes: Uint8Array;
  personId: string | null;
  postId: string | null;
  at: string;
}

/** Who wrote something; null where the log has to say it. */
export interface LiveAuthor {
  personId: string | null;
  postId: string | null;
}

/** Words that an edit made disappear before its author, or theirs, had received the other's; see `overwrittenWords`. */
export interface KeptWords {
  id: string;
  kind: "topic" | "resolution" | "milestone" | "cells" | "gone";
  entryId: string;
  stepId: string | null;
  field: string;
  topicId: string | null;
  /** JSON. */
  value: string;
  item: { client: number; clock: number };
  /** What their writer had in the field before: where that is waiting too, these take its place. */
  continues: { client: number; clock: number } | null;
  writer: LiveAuthor | null;
  over: LiveAuthor | null;
  overItem: { client: number; clock: number } | null;
  /** Whose edit caused it. */
  causer: LiveAuthor;
  at: string;
}

/** Work that follows the commit; a row of the outbox. */
export interface LiveStep {
  kind: string;
  subject: string;
  payload: string;
  createdAt: string;
}

/** What one room wants appended. */
export interface LiveBatch {
  room: string;
  epoch: number;
  rows: readonly LiveRow[];
  /** Stored with the rows or not at all. */
  kept?: readonly KeptWords[];
  step?: LiveStep | null;
}

/** Everything is committed, but a power cut may take it away. */
export class NotFlushed extends Error {
  constructor(
    /** What `append` would have answered. */
    readonly refused: Set<string>,
    cause: unknown,
  ) {
    super("committed, but not flushed", { cause });
  }
}

/** The log of the live record: the one write that happens many times a second. */
export interface LiveStore {
  /**
   * Commits all batches in one transaction, at once where no other is under way, and resolves when they survive a
   * power cut; others may read them a moment before. Answers the names of rooms that were not open in the expected
   * epoch; nothing of theirs is stored. Throws NotFlushed when all is stored except that the disk may not have it.
   */
  append(batches: readonly LiveBatch[]): Promise<Set<string>>;
  /** Resolves when everything committed survives a power cut; throws when that is not known. May be tried again. */
  flush(): Promise<void>;
}
