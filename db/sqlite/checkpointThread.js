// Runs beside the server, on a thread of its own; see checkpoints.ts.
import { readlinkSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { basename } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import Sqlite from "better-sqlite3";

// While people write, a round may leave behind what was added during it.
const rounds = 4;

try {
  // Linux counts threads as processes. There is no hurry: on a full core everybody else comes first.
  setPriority(Number(basename(readlinkSync("/proc/thread-self"))), constants.priority.PRIORITY_LOW);
} catch {
  // Elsewhere it runs like the others.
}

const connection = new Sqlite(workerData.file);
connection.pragma("synchronous = FULL");

function checkpoint() {
  for (let round = 0; round < rounds; round++) {
    // PASSIVE waits for nobody, and nobody waits for it.
    const [{ busy, log, checkpointed }] = connection.pragma("wal_checkpoint(PASSIVE)");
    if (busy || log === checkpointed) return;
  }
}

checkpoint();
parentPort.postMessage("well");
const timer = setInterval(checkpoint, workerData.pause);
parentPort.once("message", () => {
  clearInterval(timer);
  connection.close();
  parentPort.close();
});
