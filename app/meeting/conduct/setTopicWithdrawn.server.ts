import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result, refuse } from "~/ledger/result";
import { topic } from "~db/schema";
import { alignment } from "./alignment";
import { changeMeeting } from "./changeMeeting.server";
import { meetingInWriting } from "./loadSession.server";

/**
 * Takes an entry off the agenda or brings it back; the record follows after the commit. Refuses with `notFound`, `notAllowed`, `wrongStage`,
 * `invalid` for the look-back, which stays on every agenda, `changedMeanwhile`.
 */
export async function setWithdrawn(
  actor: Actor,
  input: { slug: string; topicId: string; reason: string; withdrawnAt: string | null },
  now: string,
): Promise<Result<null>> {
  const { slug, withdrawnAt, reason } = input;
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const meeting = await meetingInWriting(tx, actor, slug, ["agenda", "inSession", "minutes"]);
    if (!meeting.ok) return meeting;
    const [row] = await tx
      .select()
      .from(topic)
      .where(and(eq(topic.id, input.topicId), eq(topic.meetingId, meeting.value.id)));
    if (!row) return refuse("notFound");
    // An amendment does not change the agenda that was held.
    if (meeting.value.amendment) return refuse("wrongStage");
    if (row.kind === "lookBack") return refuse("invalid", { field: "topicId" });
    const changed = await tx
      .update(topic)
      .set({ withdrawnAt, version: row.version + 1 })
      .where(and(eq(topic.id, row.id), eq(topic.version, row.version)))
      .returning({ id: topic.id });
    if (changed.length !== 1) return refuse("changedMeanwhile");
    await book({
      verb: withdrawnAt ? "session.takeOffAgenda" : "session.putBackOnAgenda",
      subject: { kind: "topic", id: row.id },
      before: { withdrawnAt: row.withdrawnAt },
      after: { withdrawnAt, reason },
    });
    await later(alignment, { slug });
    await later(freshness, { kind: "topic", slug });
    return done(null);
  });
}
