import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { announce } from "~/ledger/announce.server";
import { change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { alignRecord } from "~/meeting/conduct/alignRecord.server";
import { dayToHold } from "~/meeting/conduct/loadSession.server";
import { liveRoomName } from "~/meeting/conduct/roomName";
import type { AddedKind } from "~/meeting/conduct/topic";
import { setTopicField } from "~/record/document/record";
import { liveRooms } from "~/record/live/liveRooms.server";
import { topic } from "~db/schema";

/** An entry to add: a site visit, or a matter that is on no street's list. */
export interface AddedTopic {
  month: string;
  kind: AddedKind;
  title: string;
  presenter?: string;
  /** Id of an entry that somebody wrote straight into the record and that is to become one of the agenda. */
  topicId?: string;
}

/**
 * Adds an entry to the agenda, before the day or during it. Refuses with `notFound`, `notAllowed`,
 * `wrongStage`, `invalid` where the id already belongs to another entry.
 */
export async function addToAgenda(
  actor: Actor,
  input: AddedTopic,
  now: string,
): Promise<Result<{ id: string }>> {
  const id = input.topicId || newId();
  const result = await change(actor, now, async (tx, book) => {
    const day = await dayToHold(tx, actor, input.month, ["agenda", "inSession", "minutes"]);
    if (!day.ok) return day;
    const known = await tx
      .select({ meetingId: topic.meetingId })
      .from(topic)
      .where(and(eq(topic.id, id)));
    if (known.length > 0) return refuse("invalid", { field: "topicId" });
    const row = { id, meetingId: day.value.id, kind: input.kind, title: input.title };
    await tx.insert(topic).values(row);
    await book({ verb: "session.addTopic", subject: { kind: "topic", id }, after: row });
    return done({ id });
  });
  if (!result.ok) return result;
  await alignRecord(input.month);
  const { presenter } = input;
  if (presenter)
    await liveRooms().edit(liveRoomName(input.month), actor, (document) =>
      setTopicField(document, id, "presenter", presenter),
    );
  await announce({ kind: "topic", month: input.month });
  return result;
}
