import { setTimeout as pause } from "node:timers/promises";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Handler } from "~/ledger/handler.server";
import { stepsOf } from "~/ledger/later.server";
import { read } from "~db/read";
import { outbox } from "~db/schema";
import { indexedEarlier, indexSubject, indexVersion, type Searchable } from "~db/search";
import { transactUnflushed } from "~db/transact";

// Indexed in one transaction: nobody who writes meanwhile feels it.
const slice = 50;
// Milliseconds; what took longer had to wait itself.
const longestPause = 200;

const payload = z.object({ version: z.number() });

const step = { kind: "search.reindex", payload, subject: () => "" };

/** Asks for everything to be indexed anew that an earlier version has indexed in another way. Call it at the start. */
export async function askToReindex(now: string): Promise<void> {
  if ((await read((db) => indexedEarlier(db, 1))).length === 0) return;
  await transactUnflushed(async (tx) => {
    const [waiting] = await tx
      .select({ sequence: outbox.sequence })
      .from(outbox)
      .where(and(eq(outbox.kind, step.kind), isNull(outbox.deadAt)))
      .limit(1);
    if (!waiting) await stepsOf(tx, now).later(step, { version: indexVersion });
  });
}

/**
 * Indexes one slice anew, from where the texts stand, and asks for the next. It adds nothing that was not found
 * before, and takes out what is no longer to be found.
 */
export function reindexHandler(searchables: readonly Searchable[]) {
  const byKind = new Map(searchables.map((one) => [one.kind, one]));
  return {
    step,
    async outside(asked, { now }) {
      const from = performance.now();
      await transactUnflushed(async (tx) => {
        const subjects = await indexedEarlier(tx, slice);
        for (const { kind, subjectId } of subjects) {
          const searchable = byKind.get(kind);
          if (!searchable) throw new Error(`nobody knows the words of a ${kind}`);
          await indexSubject(tx, searchable, subjectId);
        }
        if (subjects.length === slice) await stepsOf(tx, now).later(step, asked);
      });
      // The database answers at once: without a pause nobody else would be answered between two slices.
      await pause(Math.min(performance.now() - from, longestPause));
    },
  } satisfies Handler<z.output<typeof payload>>;
}
