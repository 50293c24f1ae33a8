import { currentDatabase } from "./current";
import type { Queries } from "./queries";

/**
 * Runs `work` in one write transaction; writers wait for each other in the order they came.
 * Await nothing but the database inside. An exception rolls everything back and is thrown on.
 */
export async function transact<T>(work: (tx: Queries) => Promise<T>): Promise<T> {
  return currentDatabase().transact(work);
}

/**
 * Does the same for what is made again when it is lost, like a copy made to read faster: after a power cut it may
 * not be there, wholly. Nobody waits for the disk.
 */
export async function transactUnflushed<T>(work: (tx: Queries) => Promise<T>): Promise<T> {
  return currentDatabase().transact(work, "unflushed");
}
