import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type Sqlite from "better-sqlite3";
import type { Maintenance } from "../database";

const usualPause = 5_000;
const usualRest = 30_000;
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
  /** Milliseconds until a thread that failed is followed by another. */
  rest?: number;
}

/**
 * Writes the write-ahead log back into the database file every few seconds, on a thread of its own: left to
 * SQLite, that happens within a commit, and everybody waits for it. Should the thread fail, as on a full disk, SQLite
 * does it until another thread has managed one.
 */
export function keepCheckpoints(options: CheckpointOptions): Maintenance {
  const { writers, onFailure, rest = usualRest } = options;
  const checkpointAfter = (pages: number) => {
    for (const connection of writers) connection.pragma(`wal_autocheckpoint = ${pages}`);
  };
  let thread: Worker;
  let restart: NodeJS.Timeout | undefined;
  let stopped = false;
  function start() {
    thread = beginThread(options);
    // Its word may be on the way still when it is stopped.
    thread.once("message", () => stopped || checkpointAfter(0));
    thread.once("error", (error) => {
      checkpointAfter(usualLimit);
      onFailure(error);
      restart = setTimeout(start, rest).unref();
    });
  }
  start();
  return {
    async stop() {
      stopped = true;
      clearTimeout(restart);
      checkpointAfter(usualLimit);
      if (thread.threadId === -1) return;
      const ended = once(thread, "exit");
      thread.postMessage("stop");
      await ended;
    },
  };
}

/** Its first message is that it has made a checkpoint. */
function beginThread({ file, script, pause = usualPause }: CheckpointOptions): Worker {
  const thread = new Worker(script, { workerData: { file, pause } });
  thread.unref();
  return thread;
}
