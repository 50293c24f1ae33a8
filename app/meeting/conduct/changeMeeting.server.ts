import { eq } from "drizzle-orm";
import { type Author, type Book, change } from "~/ledger/change.server";
import type { Later } from "~/ledger/later.server";
import type { Result } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { meeting } from "~db/schema";
import { ledgerScopeOf } from "./ledgerScope";

/**
 * Like `change`, for what happens at one meeting: what is booked is read in the ledger by those who may know of the
 * meeting, and by nobody else.
 * @param slug of the meeting; where there is none, the work itself refuses
 * @param work gets, after the rest, the book that every official reads, for what reaches beyond the meeting: its tasks
 */
export function changeMeeting<T>(
  by: Author | null,
  now: string,
  slug: string,
  work: (tx: Queries, book: Book, later: Later, bookForAll: Book) => Promise<Result<T>>,
): Promise<Result<T>> {
  return change(by, now, async (tx, bookForAll, later) => {
    const [held] = await tx
      .select({ kind: meeting.kind, organiserUnitId: meeting.organiserUnitId })
      .from(meeting)
      .where(eq(meeting.slug, slug));
    const scopeUnitId = held && ledgerScopeOf(held);
    const book: Book = (given) => {
      const events = "verb" in given ? [given] : given;
      return bookForAll(events.map((event) => ({ ...event, scopeUnitId })));
    };
    return work(tx, book, later, bookForAll);
  });
}
