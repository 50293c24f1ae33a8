import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { meetingToHold } from "~/meeting/conduct/loadSession.server";
import { isClosed } from "~/meeting/conduct/topic";
import { topic } from "~db/schema";

/**
 * Opens the resolutions of a decided topic again, with a reason that everybody in the room sees; the outcome stays.
 * Until they are closed no minutes are issued. Refuses with `notFound`, `notAllowed`, `wrongStage`, also for a topic
 * that is not decided or open already, `invalid` without a reason, `changedMeanwhile`.
 */
export function reopenTopic(
  actor: Actor,
  input: { slug: string; topicId: string; reason: string },
  now: string,
): Promise<Result<null>> {
  return setOpen(actor, { ...input, reopenedAt: now }, now);
}

/** Closes the resolutions of a topic that were opened again: they stand as they are now. Refuses like `reopenTopic`. */
export function closeTopic(
  actor: Actor,
  input: { slug: string; topicId: string },
  now: string,
): Promise<Result<null>> {
  return setOpen(actor, { ...input, reason: "", reopenedAt: null }, now);
}

async function setOpen(
  actor: Actor,
  input: { slug: string; topicId: string; reason: string; reopenedAt: string | null },
  now: string,
): Promise<Result<null>> {
  const { slug, topicId, reason, reopenedAt } = input;
  const opens = reopenedAt !== null;
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const meeting = await meetingToHold(tx, actor, slug, ["inSession", "minutes"]);
    if (!meeting.ok) return meeting;
    const [row] = await tx
      .select()
      .from(topic)
      .where(and(eq(topic.id, topicId), eq(topic.meetingId, meeting.value.id), isNull(topic.withdrawnAt)));
    if (!row) return refuse("notFound");
    if (row.outcome === null || isClosed(row) !== opens) return refuse("wrongStage");
    if (opens && !reason) return refuse("invalid", { field: "reason" });
    const changed = await tx
      .update(topic)
      .set({ reopenedAt, reopenReason: reason, version: row.version + 1 })
      .where(and(eq(topic.id, row.id), eq(topic.version, row.version)))
      .returning({ id: topic.id });
    if (changed.length !== 1) return refuse("changedMeanwhile");
    await book({
      verb: opens ? "session.reopenTopic" : "session.closeTopic",
      subject: { kind: "topic", id: row.id },
      before: { reopenedAt: row.reopenedAt, reason: row.reopenReason },
      after: { reopenedAt, reason },
    });
    await later(freshness, { kind: "outcome", slug });
    return done(null);
  });
}
