import { sql } from "drizzle-orm";
import { newId } from "~/ledger/identifier.server";
import type { Listener } from "~/ledger/tellEvent.server";
import type { ToldEvent } from "~/ledger/toldEvent";
import type { Queries } from "~db/connect";
import { notice, noticeCount } from "~db/schema";
import { type NoticeReason, noticeOf, noticeTable } from "./notice";
import { readersOf } from "./readersOf.server";

/** Writes the notices that the table asks for. Nobody is told of one event twice, nor of what they did themselves. */
export const noticeListener: Listener = {
  verbs: noticeTable.flatMap(({ verbs }) => verbs),
  async hear(tx, event) {
    const told = noticeOf(event);
    if (!told) return;
    const { kind, tells, details } = told;
    const about = { kind, details: JSON.stringify(details), entry: event.sequence, at: event.at };
    const subject = { subjectKind: event.subject.kind, subjectId: event.subject.id };
    for (const [readerId, why] of await readersFor(tx, event, tells)) {
      const [written] = await tx
        .insert(notice)
        .values({ id: newId(), readerId, why, ...about, ...subject })
        .onConflictDoNothing()
        .returning({ id: notice.id });
      if (written) await countOneMore(tx, readerId);
    }
  },
};

async function readersFor(
  tx: Queries,
  event: ToldEvent,
  tells: readonly NoticeReason[],
): Promise<Map<string, NoticeReason>> {
  const readers = new Map<string, NoticeReason>();
  for (const why of tells)
    for (const reader of await readersOf(tx, why, event))
      if (!readers.has(reader) && reader !== event.by?.postId && reader !== event.by?.personId)
        readers.set(reader, why);
  return readers;
}

async function countOneMore(tx: Queries, readerId: string): Promise<void> {
  await tx
    .insert(noticeCount)
    .values({ readerId, unread: 1 })
    .onConflictDoUpdate({
      target: noticeCount.readerId,
      set: { unread: sql`${noticeCount.unread} + 1` },
    });
}
