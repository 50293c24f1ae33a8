/** One edit of the live record on its way into the log. */
export interface LiveRow {
  sequence: number;
  bytes: Uint8Array;
  personId: string | null;
  postId: string | null;
  at: string;
}

/** What one room wants appended. */
export interface LiveBatch {
  room: string;
  epoch: number;
  rows: readonly LiveRow[];
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
