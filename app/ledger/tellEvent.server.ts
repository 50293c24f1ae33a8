import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Queries } from "~db/connect";
import { ledgerEntry } from "~db/schema";
import type { Handler } from "./handler.server";
import type { Step } from "./step";
import type { ToldEvent } from "./toldEvent";

/** Somebody who hears of events; what they write is written once, in the transaction of the step. */
export interface Listener {
  verbs: readonly string[];
  hear(tx: Queries, event: ToldEvent): Promise<void>;
}

const payload = z.object({ sequence: z.number(), subject: z.string() });

/** Tells the listeners of a booked event, in order for each subject. */
export const tellEvent: Step<z.output<typeof payload>> = {
  kind: "ledger.event",
  payload,
  subject: ({ subject }) => subject,
};

/** Tells each listener of the events it wants to hear. */
export function eventHandler(listeners: readonly Listener[]): Handler<z.output<typeof payload>> {
  return {
    step: tellEvent,
    async within({ sequence }, { tx }) {
      const event = await eventOf(tx, sequence);
      for (const listener of listeners)
        if (listener.verbs.includes(event.verb)) await listener.hear(tx, event);
    },
  };
}

async function eventOf(tx: Queries, sequence: number): Promise<ToldEvent> {
  const [row] = await tx.select().from(ledgerEntry).where(eq(ledgerEntry.sequence, sequence));
  if (!row) throw new Error(`there is no ledger entry ${sequence}`);
  const { at, verb, personId, postId } = row;
  return {
    ...{ sequence, at, verb },
    subject: { kind: row.subjectKind, id: row.subjectId },
    by: personId ? { personId, postId } : null,
    before: row.before === null ? undefined : JSON.parse(row.before),
    after: row.after === null ? undefined : JSON.parse(row.after),
  };
}
