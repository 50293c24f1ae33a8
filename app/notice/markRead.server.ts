import { and, eq, inArray, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import type { Queries } from "~db/connect";
import { notice, noticeCount } from "~db/schema";
import { transact } from "~db/transact";
import { readersMeant } from "./notice";

/**
 * Marks one notice as read; marked already, it stays so. Refuses with `notFound` for somebody else's. A mark is no
 * event of the district's and is not booked.
 */
export async function markRead(actor: Actor, input: { id: string }, now: string): Promise<Result<null>> {
  return transact(async (tx) => {
    const mine = and(eq(notice.id, input.id), inArray(notice.readerId, readersMeant(actor)));
    const [found] = await tx.select({ id: notice.id }).from(notice).where(mine);
    if (!found) return refuse("notFound");
    await markNotices(tx, mine, now);
    return done(null);
  });
}

/** Marks every notice of a reader as read, up to the newest one that they have been shown. */
export async function markAllRead(
  actor: Actor,
  input: { until: string },
  now: string,
): Promise<Result<null>> {
  return transact(async (tx) => {
    await markNotices(
      tx,
      and(inArray(notice.readerId, readersMeant(actor)), lte(notice.id, input.until)),
      now,
    );
    return done(null);
  });
}

/** Marks unread notices as read, and counts them off their readers. */
export async function markNotices(tx: Queries, which: SQL | undefined, now: string): Promise<void> {
  const marked = await tx
    .update(notice)
    .set({ readAt: now })
    .where(and(which, isNull(notice.readAt)))
    .returning({ readerId: notice.readerId });
  for (const readerId of new Set(marked.map((row) => row.readerId))) {
    const fewer = marked.filter((row) => row.readerId === readerId).length;
    await tx
      .update(noticeCount)
      .set({ unread: sql`${noticeCount.unread} - ${fewer}` })
      .where(eq(noticeCount.readerId, readerId));
  }
}
