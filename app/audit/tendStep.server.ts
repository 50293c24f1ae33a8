import { and, eq, isNotNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { outbox } from "~db/schema";
import { mayTendOutbox } from "./permission";

/** Has a step that was given up tried again, as if for the first time. Refuses with `notFound`. */
export function retryStep(actor: Actor, input: { sequence: number }, now: string): Promise<Result<null>> {
  return tend(actor, input.sequence, "outbox.retry", now);
}

/** Takes a step that was given up out of the outbox: it will not be done. Refuses with `notFound`. */
export function dropStep(actor: Actor, input: { sequence: number }, now: string): Promise<Result<null>> {
  return tend(actor, input.sequence, "outbox.drop", now);
}

async function tend(
  actor: Actor,
  sequence: number,
  verb: "outbox.retry" | "outbox.drop",
  now: string,
): Promise<Result<null>> {
  if (!mayTendOutbox(actor)) return refuse("notFound");
  return change(actor, now, async (tx, book) => {
    const dead = and(eq(outbox.sequence, sequence), isNotNull(outbox.deadAt));
    const changed =
      verb === "outbox.drop"
        ? await tx.delete(outbox).where(dead).returning()
        : await tx.update(outbox).set({ deadAt: null, dueAt: null, attempts: 0 }).where(dead).returning();
    const [row] = changed;
    if (!row) return refuse("notFound");
    const { kind, subject, lastError } = row;
    await book({
      verb,
      subject: { kind: "step", id: String(sequence) },
      after: { step: `${kind} ${subject}`.trim(), error: lastError },
    });
    return done(null);
  });
}
