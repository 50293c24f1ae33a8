import { and, asc, count, eq, isNotNull, isNull, lt, lte, notExists, or, sql } from "drizzle-orm";
import { pauseAfter } from "~/ledger/step";
import { alias } from "~db/alias";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { outbox } from "~db/schema";
import { transactUnflushed } from "~db/transact";

/** A step as it stands in the outbox. */
export type StoredStep = typeof outbox.$inferSelect;

// Everything here may be lost in a power cut: the steps are then as they were before, and are done again.
const write = transactUnflushed;
const earlier = alias(outbox, "earlier");
const most = 100;
const longestError = 500;

const isFree = (now: string) => or(isNull(outbox.leasedUntil), lte(outbox.leasedUntil, now));

/** Steps that can be tried at an instant: of each kind and subject the first one that is not given up. */
export async function stepsToTry(now: string): Promise<StoredStep[]> {
  return read((db) => {
    const before = db
      .select({ one: sql`1` })
      .from(earlier)
      .where(
        and(
          eq(earlier.kind, outbox.kind),
          eq(earlier.subject, outbox.subject),
          lt(earlier.sequence, outbox.sequence),
          isNull(earlier.deadAt),
        ),
      );
    const isDue = or(isNull(outbox.dueAt), lte(outbox.dueAt, now));
    return db
      .select()
      .from(outbox)
      .where(and(isNull(outbox.deadAt), isDue, isFree(now), notExists(before)))
      .orderBy(asc(outbox.sequence))
      .limit(most);
  });
}

/**
 * Takes a step for one attempt, which is counted, until an instant; null when somebody else has it, or it is done.
 */
export function takeStep(sequence: number, now: string, until: string): Promise<StoredStep | null> {
  return write(async (tx) => {
    const [taken] = await tx
      .update(outbox)
      .set({ leasedUntil: until, attempts: sql`${outbox.attempts} + 1` })
      .where(and(eq(outbox.sequence, sequence), isNull(outbox.deadAt), isFree(now)))
      .returning();
    return taken ?? null;
  });
}

/** Takes a step out of the outbox, with an effect in the same transaction where it has one there. */
export function endStep(sequence: number, effect?: (tx: Queries) => Promise<void>): Promise<void> {
  return write(async (tx) => {
    await effect?.(tx);
    await tx.delete(outbox).where(eq(outbox.sequence, sequence));
  });
}

/** Puts a step off after an attempt that failed, or gives it up after the last one; true when it is given up. */
export async function putOff(step: StoredStep, error: string, now: string): Promise<boolean> {
  const pause = pauseAfter(step.attempts);
  const later = pause === null ? null : new Date(Date.parse(now) + pause * 1000).toISOString();
  await write((tx) =>
    tx
      .update(outbox)
      .set({
        leasedUntil: null,
        lastError: error.slice(0, longestError),
        dueAt: later,
        deadAt: later === null ? now : null,
      })
      .where(eq(outbox.sequence, step.sequence)),
  );
  return later === null;
}

/** How many steps wait, and how many are given up. */
export async function countSteps(): Promise<{ waiting: number; dead: number }> {
  return read(async (db) => {
    const number = async (where: ReturnType<typeof isNull>) =>
      (await db.select({ number: count() }).from(outbox).where(where))[0]!.number;
    return { waiting: await number(isNull(outbox.deadAt)), dead: await number(isNotNull(outbox.deadAt)) };
  });
}
