import { setImmediate } from "node:timers/promises";

// Short enough that whoever writes in a room does not feel it.
const batch = 20;

/**
 * Does something for everything that `find` finds, a few at a time; between them others have their turn. What was
 * done must not be found again.
 */
export async function inBatches<T>(
  find: (most: number) => Promise<T[]>,
  work: (some: T[]) => Promise<void>,
): Promise<void> {
  for (;;) {
    const found = await find(batch);
    if (found.length > 0) await work(found);
    if (found.length < batch) return;
    await setImmediate();
  }
}
