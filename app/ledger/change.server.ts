import { desc } from "drizzle-orm";
import type { Queries } from "~db/connect";
import { ledgerEntry } from "~db/schema";
import { transact } from "~db/transact";
import { chainStart, chainText } from "./chain";
import { sign } from "./key.server";
import type { Result } from "./result";

/** One thing that happened, as the use case tells it. */
export interface LedgerEvent {
  /** Room and verb, such as `task.claimHandled`. */
  verb: string;
  subject: { kind: string; id: string };
  /** The street whose draft this is; leave out when every official may see it. */
  scopeUnitId?: string;
  before?: unknown;
  after?: unknown;
}

/** Who acts: a person in a post. */
export interface Author {
  personId: string;
  postId: string;
}

/** Books one event into the ledger, in the transaction that it describes. */
export type Book = (event: LedgerEvent) => Promise<void>;

class Refused extends Error {
  constructor(readonly result: { ok: false }) {
    super("refused");
  }
}

/**
 * The only way a use case writes: one transaction with at least one ledger event in it. A refusal rolls
 * everything back; a success that booked nothing is a bug and throws.
 * @param by who acts; null for the system itself (the clock, the installation)
 * @param now instant, UTC ISO
 */
export async function change<T>(
  by: Author | null,
  now: string,
  work: (tx: Queries, book: Book) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await transact(async (tx) => {
      let booked = 0;
      const result = await work(tx, async (event) => {
        await append(tx, by, now, event);
        booked += 1;
      });
      if (!result.ok) throw new Refused(result);
      if (booked === 0) throw new Error("a change must be booked in the ledger");
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) return error.result as Result<T>;
    throw error;
  }
}

async function append(tx: Queries, by: Author | null, now: string, event: LedgerEvent): Promise<void> {
  const [last] = await tx
    .select({ sequence: ledgerEntry.sequence, hash: ledgerEntry.hash })
    .from(ledgerEntry)
    .orderBy(desc(ledgerEntry.sequence))
    .limit(1);
  const entry = {
    sequence: (last?.sequence ?? 0) + 1,
    at: now,
    personId: by?.personId ?? null,
    postId: by?.postId ?? null,
    verb: event.verb,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    scopeUnitId: event.scopeUnitId ?? null,
    before: event.before === undefined ? null : JSON.stringify(event.before),
    after: event.after === undefined ? null : JSON.stringify(event.after),
    previousHash: last?.hash ?? chainStart,
  };
  await tx.insert(ledgerEntry).values({ ...entry, hash: sign(chainText(entry)) });
}
