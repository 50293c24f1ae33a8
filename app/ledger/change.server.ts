import type { Queries } from "~db/connect";
import { ledgerEntry } from "~db/schema";
import { transact } from "~db/transact";
import { chainText } from "./chain";
import { headOf, moveHead } from "./head.server";
import { sign } from "./key.server";
import { type Later, stepsOf, type WrittenStep } from "./later.server";
import { stepsWritten } from "./outboxWorker.server";
import type { Result } from "./result";
import { bookedState } from "./seal.server";
import { keepSubmission } from "./submission.server";
import { tellEvent } from "./tellEvent.server";

/** One thing that happened, as the use case tells it. */
export interface LedgerEvent {
  /** Room and verb, such as `task.claimHandled`. */
  verb: string;
  subject: { kind: string; id: string };
  /** The street whose draft this is; leave out when every official may see it. */
  scopeUnitId?: string;
  /** How it was and is; of people's words in it only what proves them is kept (see app/ledger/sealed.ts). */
  before?: unknown;
  after?: unknown;
  /** Others hear of it after the commit: whoever listens to this verb, such as the notices. */
  told?: boolean;
}

/** Who acts: a person in a post. */
export interface Author {
  personId: string;
  postId: string;
  /** The form by which they act, where it is carried out once; see {@link keepSubmission}. */
  submission?: string;
}

/** Books an event, or several in their order, into the ledger, in the transaction that they describe. */
export type Book = (events: LedgerEvent | readonly LedgerEvent[]) => Promise<void>;

class Refused extends Error {
  constructor(readonly result: { ok: false }) {
    super("refused");
  }
}

/**
 * The only way a use case writes: one transaction with at least one ledger event in it. A refusal rolls
 * everything back; a success that booked nothing is a bug and throws. What has to follow the commit is written in
 * the same transaction with `later`; steps that are waited for were tried once when this resolves.
 * @param by who acts; null for the system itself (the clock, the installation)
 * @param now instant, UTC ISO
 */
export async function change<T>(
  by: Author | null,
  now: string,
  work: (tx: Queries, book: Book, later: Later) => Promise<Result<T>>,
): Promise<Result<T>> {
  let steps: WrittenStep[] = [];
  try {
    const result = await transact(async (tx) => {
      const { later, written } = stepsOf(tx, now);
      let booked = 0;
      const book: Book = async (given) => {
        const events: readonly LedgerEvent[] = "verb" in given ? [given] : given;
        const first = await append(tx, by, now, events);
        booked += events.length;
        for (const [at, { subject, told }] of events.entries())
          if (told)
            await later(tellEvent, { sequence: first + at, subject: `${subject.kind}:${subject.id}` });
      };
      const result = await work(tx, book, later);
      if (!result.ok) throw new Refused(result);
      if (booked === 0) throw new Error("a change must be booked in the ledger");
      if (by?.submission) await keepSubmission(tx, by.submission, result.value, now);
      steps = written;
      return result;
    });
    await stepsWritten(steps);
    return result;
  } catch (error) {
    if (error instanceof Refused) return error.result as Result<T>;
    throw error;
  }
}

/** Appends events to the chain; returns the place of the first of them there. */
async function append(
  tx: Queries,
  by: Author | null,
  now: string,
  events: readonly LedgerEvent[],
): Promise<number> {
  // Behind the head, not behind the last row: of a ledger that was cut off the gap stays to be seen.
  const { sequence: before, hash: last } = await headOf(tx);
  const rows: (typeof ledgerEntry.$inferInsert)[] = [];
  let previousHash = last;
  for (const event of events) {
    const entry = {
      sequence: before + rows.length + 1,
      at: now,
      personId: by?.personId ?? null,
      postId: by?.postId ?? null,
      verb: event.verb,
      subjectKind: event.subject.kind,
      subjectId: event.subject.id,
      scopeUnitId: event.scopeUnitId ?? null,
      before: await bookedState(tx, event.before),
      after: await bookedState(tx, event.after),
      previousHash,
    };
    previousHash = sign(chainText(entry));
    rows.push({ ...entry, hash: previousHash });
  }
  if (rows.length > 0) {
    await tx.insert(ledgerEntry).values(rows);
    await moveHead(tx, { sequence: before + rows.length, hash: previousHash });
  }
  return before + 1;
}
