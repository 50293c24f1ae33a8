import { assertPragmas, type Database } from "../connect";

/**
 * Runs `work` without waiting for the disk at each commit, then brings everything to the disk. Only for data
 * that is made anew when the machine stops in between.
 */
export async function withoutSync<T>(database: Database, work: () => Promise<T>): Promise<T> {
  database.writer.pragma("synchronous = OFF");
  try {
    return await work();
  } finally {
    database.writer.pragma("synchronous = FULL");
    database.writer.pragma("wal_checkpoint(TRUNCATE)");
    assertPragmas(database.writer);
  }
}
