import { closeSync, fdatasyncSync, fstatSync, openSync, writeSync } from "node:fs";
import type Sqlite from "better-sqlite3";

const step = Buffer.alloc(1024 * 1024);

/**
 * Makes the write-ahead log at least so long, filled with zeros, which SQLite takes for the end of the log. Where
 * the file need not grow, a flush writes what was committed and nothing about the file: the slowest take a tenth
 * of the time. The log keeps its length until the database is closed.
 * @param bytes beyond it, the log grows as it is written
 */
export function reserveLog(
  { file, writer }: { file: string; writer: Sqlite.Database },
  bytes = 16 * step.length,
): void {
  // While this transaction is open nobody appends to the log, from another process neither.
  writer.exec("BEGIN IMMEDIATE");
  try {
    const log = openSync(`${file}-wal`, "r+");
    try {
      for (let at = fstatSync(log).size; at < bytes; at += step.length)
        writeSync(log, step, 0, Math.min(step.length, bytes - at), at);
      fdatasyncSync(log);
    } finally {
      closeSync(log);
    }
  } finally {
    writer.exec("ROLLBACK");
  }
}
