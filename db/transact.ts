import { AsyncLocalStorage } from "node:async_hooks";
import type { Queries } from "./connect";
import { currentDatabase } from "./current";

const inside = new AsyncLocalStorage<true>();
let tail: Promise<unknown> = Promise.resolve();

/**
 * Runs `work` in one write transaction; writers wait for each other in the order they came.
 * Await nothing but the database inside. An exception rolls everything back and is thrown on.
 */
export async function transact<T>(work: (tx: Queries) => Promise<T>): Promise<T> {
  // The inner one would wait for the outer one for ever.
  if (inside.getStore()) throw new Error("transact inside transact");
  const turn = tail.then(() => inside.run(true, () => runTransaction(work)));
  tail = turn.catch(() => undefined);
  return turn;
}

async function runTransaction<T>(work: (tx: Queries) => Promise<T>): Promise<T> {
  const { writer, write } = currentDatabase();
  writer.exec("BEGIN IMMEDIATE");
  try {
    const result = await work(write);
    writer.exec("COMMIT");
    return result;
  } catch (error) {
    if (writer.inTransaction) writer.exec("ROLLBACK");
    throw error;
  }
}
