import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Database } from "../connect";

const usualPause = 5_000;
/** Pages in the log after which SQLite itself writes them back, in the middle of somebody's commit. */
const usualLimit = 1_000;

/**
 * Writes the write-ahead log back into the database file every few seconds, on a thread of its own: left to
 * SQLite, that happens within a commit, and everybody waits for it. Should the thread fail, SQLite does it again.
 * @param script path of checkpointThread.js
 * @param onFailure told when the thread fails
 * @param pause milliseconds
 */
export function keepCheckpoints(
  database: Database,
  script: string,
  onFailure: (error: unknown) => void,
  pause = usualPause,
): { stop(): Promise<void> } {
  const checkpointAfter = (pages: number) => {
    for (const connection of [database.writer, database.unflushed.connection])
      connection.pragma(`wal_autocheckpoint = ${pages}`);
  };
  const leaveToSqlite = () => checkpointAfter(usualLimit);
  const thread = new Worker(script, { workerData: { file: database.file, pause } });
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
