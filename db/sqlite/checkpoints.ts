import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type Sqlite from "better-sqlite3";
import type { Maintenance } from "../database";

const usualPause = 5_000;
/** Pages in the log after which SQLite itself writes them back, in the middle of somebody's commit. */
const usualLimit = 1_000;

/** What checkpoints are made of, and by whom. */
export interface CheckpointOptions {
  file: string;
  /** The connections that write, which leave it to the thread. */
  writers: readonly Sqlite.Database[];
  /** Path of checkpointThread.js. */
  script: string;
  /** Told when the thread fails. */
  onFailure: (error: unknown) => void;
  /** Milliseconds between two checkpoints. */
  pause?: number;
}

/**
 * Writes the write-ahead log back into the database file every few seconds, on a thread of its own: left to
 * SQLite, that happens within a commit, and everybody waits for it. Should the thread fail, SQLite does it again.
 */
export function keepCheckpoints(options: CheckpointOptions): Maintenance {
  const { file, writers, script, onFailure, pause = usualPause } = options;
  const checkpointAfter = (pages: number) => {
    for (const connection of writers) connection.pragma(`wal_autocheckpoint = ${pages}`);
  };
  const leaveToSqlite = () => checkpointAfter(usualLimit);
  const thread = new Worker(script, { workerData: { file, pause } });
  thread.unref();
  thread.once("error", (error) => {
    leaveToSqlite();
    onFailure(error);
  });
  checkpointAfter(0);
  return {
    async stop() {
      leaveToSqlite();
      if (thread.threadId === -1) return;
      const ended = once(thread, "exit");
      thread.postMessage("stop");
      await ended;
    },
  };
}
