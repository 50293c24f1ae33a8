import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { alignment } from "~/meeting/conduct/alignment";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import type { AddedKind } from "~/meeting/conduct/topic";
import { topic } from "~db/schema";

/** An entry to add: a site visit, or a matter that is on no street's list. */
export interface AddedTopic {
  slug: string;
  kind: AddedKind;
  title: string;
  presenter?: string;
  /** Id of an entry that somebody wrote straight into the record and that is to become one of the agenda. */
  topicId?: string;
  /** What it is about may not stand here: nothing is written or attached. */
  elsewhere?: "yes";
}

/**
 * Adds an entry to the agenda, before the day or during it; the record follows after the commit. Refuses with `notFound`, `notAllowed`,
 * `wrongStage`, `invalid` where the id already belongs to another entry.
 */
export async function addToAgenda(
  actor: Actor,
  input: AddedTopic,
  now: string,
): Promise<Result<{ id: string }>> {
  const { slug, presenter } = input;
  const id = input.topicId || newId();
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const meeting = await meetingToHold(tx, actor, slug, ["agenda", "inSession", "minutes"]);
    if (!meeting.ok) return meeting;
    const known = await tx
      .select({ meetingId: topic.meetingId })
      .from(topic)
      .where(and(eq(topic.id, id)));
    if (known.length > 0) return refuse("invalid", { field: "topicId" });
    const contentElsewhere = input.elsewhere === "yes";
    const row = { id, meetingId: meeting.value.id, kind: input.kind, title: input.title, contentElsewhere };
    await tx.insert(topic).values(row);
    await book({ verb: "session.addTopic", subject: { kind: "topic", id }, after: row });
    await later(alignment, { slug, presenter: presenter ? { topicId: id, words: presenter } : undefined });
    await later(freshness, { kind: "topic", slug });
    return done({ id });
  });
}
