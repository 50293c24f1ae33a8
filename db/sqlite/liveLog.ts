import type Sqlite from "better-sqlite3";
import type { LiveBatch } from "../liveStore";
import { keepWords } from "./keptWords";

/** What SQLite says of a checkpoint; in pages. */
interface WrittenBack {
  busy: number;
  log: number;
  checkpointed: number;
}

/**
 * Appends to the log of the live record. The one write that happens many times a second: it has a connection of
 * its own, which leaves the flush to the caller, and statements made once.
 */
export class LiveLog {
  #statements: ReturnType<typeof prepare> | null = null;

  /** @param connection commits without waiting for the disk */
  constructor(readonly connection: Sqlite.Database) {}

  /** Commits all batches in one transaction; answers the rooms that are not open in the expected epoch. */
  append(batches: readonly LiveBatch[]): Set<string> {
    this.#statements ??= prepare(this.connection);
    const { begin, commit, rollback } = this.#statements;
    begin.run();
    try {
      const refused = this.#insert(batches, this.#statements);
      commit.run();
      return refused;
    } catch (error) {
      if (this.connection.inTransaction) rollback.run();
      throw error;
    }
  }

  /** Writes everything committed into the database file, and that to the disk; throws when some of it is left. */
  writeBack(): void {
    const [done] = this.connection.pragma("wal_checkpoint(PASSIVE)") as WrittenBack[];
    if (done?.busy !== 0 || done.checkpointed < done.log)
      throw new Error("the log could not be written back");
  }

  #insert(batches: readonly LiveBatch[], { epochOfOpen, insert }: ReturnType<typeof prepare>): Set<string> {
    const refused = new Set<string>();
    for (const batch of batches) {
      const { room, epoch, rows } = batch;
      if (epochOfOpen.get(room) !== epoch) {
        refused.add(room);
        continue;
      }
      for (const { sequence, bytes, personId, postId, at } of rows)
        insert.run(room, epoch, sequence, bytes, personId, postId, at);
      if (batch.kept) keepWords(this.connection, batch);
    }
    return refused;
  }
}

function prepare(connection: Sqlite.Database) {
  return {
    begin: connection.prepare("BEGIN IMMEDIATE"),
    commit: connection.prepare("COMMIT"),
    rollback: connection.prepare("ROLLBACK"),
    epochOfOpen: connection
      .prepare<[string]>("select epoch from live_room where name = ? and state = 'open'")
      .pluck(),
    insert: connection.prepare(
      "insert into live_update (room, epoch, sequence, bytes, person_id, post_id, at) values (?, ?, ?, ?, ?, ?, ?)",
    ),
  };
}
