import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import type { Book } from "~/ledger/change.server";
import { freshness } from "~/ledger/freshness";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { alignment } from "~/meeting/conduct/alignment";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { kindOf } from "~/meeting/kind/kind";
import type { Queries } from "~db/connect";
import { topic } from "~db/schema";
import type { PutOnAgendaInput } from "./libraryForm";
import { type WaitingMatter, waitingMatters } from "./waitingMatters.server";

/**
 * Puts matters of the library at the end of an agenda that is being drawn up, in the order in which they wait; one
 * that was taken off this very agenda comes back with its words. Refuses with `notFound`, `notAllowed`, `wrongStage`,
 * `libraryEmptyChoice` where nothing was chosen, `changedMeanwhile` where one of them waits no more.
 */
export async function putOnAgenda(
  actor: Actor,
  { slug, listingIds }: PutOnAgendaInput,
  now: string,
): Promise<Result<null>> {
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const found = await meetingToHold(tx, actor, slug, ["agenda"]);
    if (!found.ok) return found;
    // What streets sent for a day of the district is no matter of a unit's own meeting.
    if (!kindOf(found.value).publishesAgenda) return refuse("wrongStage");
    if (listingIds.length === 0) return refuse("libraryEmptyChoice");
    const wanted = new Set(listingIds);
    const matters = (await waitingMatters(tx)).filter(({ listingId }) => wanted.has(listingId));
    if (matters.length !== wanted.size) return refuse("changedMeanwhile");
    for (const matter of matters) await putOne(tx, book, found.value.id, matter);
    await later(alignment, { slug });
    await later(freshness, { kind: "topic", slug });
    return done(null);
  });
}

async function putOne(tx: Queries, book: Book, meetingId: string, matter: WaitingMatter): Promise<void> {
  const { problemId, listingId, title } = matter;
  const [off] = await tx
    .select()
    .from(topic)
    .where(and(eq(topic.meetingId, meetingId), eq(topic.problemId, problemId)));
  if (off) {
    const back = { withdrawnAt: null, version: off.version + 1 };
    await tx.update(topic).set(back).where(eq(topic.id, off.id));
    await book({
      verb: "session.putBackOnAgenda",
      subject: { kind: "topic", id: off.id },
      before: { withdrawnAt: off.withdrawnAt },
      after: { withdrawnAt: null },
    });
    return;
  }
  const row = { id: newId(), meetingId, kind: "topic" as const, problemId, listingId, title };
  await tx.insert(topic).values(row);
  await book({ verb: "session.addTopic", subject: { kind: "topic", id: row.id }, after: row });
}
