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
  return inTurn(() => runTransaction(work));
}

/**
 * The same, equally durable when it resolves, but the process goes on while the disk takes it in: for what many
 * people write many times a second. Others may read it a moment before it is on the disk.
 */
export async function transactThenFlush<T>(work: (tx: Queries) => Promise<T>): Promise<T> {
  const result = await inTurn(() => withoutWaiting(() => runTransaction(work)));
  await currentDatabase().flush();
  return result;
}

async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  // The inner one would wait for the outer one for ever.
  if (inside.getStore()) throw new Error("transact inside transact");
  const turn = tail.then(() => inside.run(true, run));
  tail = turn.catch(() => undefined);
  return turn;
}

async function withoutWaiting<T>(run: () => Promise<T>): Promise<T> {
  const { writer } = currentDatabase();
  const usual = writer.pragma("synchronous", { simple: true });
  writer.pragma("synchronous = NORMAL");
  try {
    return await run();
  } finally {
    writer.pragma(`synchronous = ${usual}`);
  }
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
