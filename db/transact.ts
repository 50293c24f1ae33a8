import { AsyncLocalStorage } from "node:async_hooks";
import type { Database, Queries } from "./connect";
import { currentDatabase } from "./current";
import type { LiveBatch } from "./sqlite/liveLog";

let tail: Promise<unknown> = Promise.resolve();
/** Transactions that are under way or wait for their turn. */
let turns = 0;
let inside: AsyncLocalStorage<true> | null = null;

/**
 * From now on a transaction begun inside another one is an error instead of waiting for it for ever. For tests:
 * on Node 20 it makes every promise and every write of the process slower.
 */
export function watchNesting(): void {
  inside ??= new AsyncLocalStorage();
}

/**
 * Runs `work` in one write transaction; writers wait for each other in the order they came.
 * Await nothing but the database inside. An exception rolls everything back and is thrown on.
 */
export async function transact<T>(work: (tx: Queries) => Promise<T>): Promise<T> {
  return inTurn(() => {
    const { writer, write } = currentDatabase();
    return runTransaction(writer, write, work);
  });
}

/**
 * The same for what is made again when it is lost, like a copy made to read faster: after a power cut it may not
 * be there, wholly. Nobody waits for the disk.
 */
export async function transactUnflushed<T>(work: (tx: Queries) => Promise<T>): Promise<T> {
  return inTurn(() => {
    const { unflushed } = currentDatabase();
    return runTransaction(unflushed.connection, unflushed.queries, work);
  });
}

/** Everything is committed, but a power cut may take it away. */
export class NotFlushed extends Error {
  constructor(
    /** What `appendToLiveLog` would have answered. */
    readonly refused: Set<string>,
    cause: unknown,
  ) {
    super("committed, but not flushed", { cause });
  }
}

/**
 * Appends to the log of the live record, in one transaction: at once where no other is under way, because many
 * people write many times a second. Equally durable when it resolves; others may read it a moment before it is
 * on the disk. Answers the names of rooms that were not open in the expected epoch; nothing of theirs is stored.
 * Throws NotFlushed when all is stored except that the disk may not have it.
 */
export async function appendToLiveLog(batches: readonly LiveBatch[]): Promise<Set<string>> {
  const { liveLog, flush } = currentDatabase();
  const refused = turns === 0 ? liveLog.append(batches) : await inTurn(async () => liveLog.append(batches));
  try {
    await flush();
  } catch (error) {
    throw new NotFlushed(refused, error);
  }
  return refused;
}

/** Resolves when everything committed survives a power cut, provided that no flush has failed before. */
export async function flushLog(): Promise<void> {
  await currentDatabase().flush();
}

/**
 * After a failed flush: resolves when everything committed survives a power cut. That the next flush succeeds
 * proves nothing, because the system may have given up the pages that it could not write; so what the log holds
 * is written once more, into the database file.
 */
export async function flushAgain(): Promise<void> {
  const { liveLog, flush } = currentDatabase();
  await flush();
  liveLog.writeBack();
}

async function inTurn<T>(run: () => Promise<T>): Promise<T> {
  // The inner one would wait for the outer one for ever.
  if (inside?.getStore()) throw new Error("transact inside transact");
  turns += 1;
  const turn = tail.then(() => inside?.run(true, run) ?? run());
  const over = () => {
    turns -= 1;
  };
  tail = turn.then(over, over);
  return turn;
}

async function runTransaction<T>(
  connection: Database["writer"],
  queries: Queries,
  work: (tx: Queries) => Promise<T>,
): Promise<T> {
  connection.exec("BEGIN IMMEDIATE");
  try {
    const result = await work(queries);
    connection.exec("COMMIT");
    return result;
  } catch (error) {
    if (connection.inTransaction) connection.exec("ROLLBACK");
    throw error;
  }
}
