import type { Queries } from "~db/connect";
import { outbox } from "~db/schema";
import type { Step } from "./step";

/** Writes a step into the outbox, in the transaction that makes it necessary. */
export type Later = <P>(step: Step<P>, payload: P) => Promise<void>;

/** A step that a transaction has written. */
export interface WrittenStep {
  sequence: number;
  kind: string;
  subject: string;
  waited: boolean;
}

/**
 * Begins to collect the steps of one transaction.
 * @param now when they are written, UTC ISO
 */
export function stepsOf(tx: Queries, now: string): { later: Later; written: WrittenStep[] } {
  const written: WrittenStep[] = [];
  const later: Later = async (step, payload) => {
    const { kind, waited = false } = step;
    const subject = step.subject(payload);
    const [row] = await tx
      .insert(outbox)
      .values({ kind, subject, payload: JSON.stringify(payload), createdAt: now })
      .returning({ sequence: outbox.sequence });
    written.push({ sequence: row!.sequence, kind, subject, waited });
  };
  return { later, written };
}
