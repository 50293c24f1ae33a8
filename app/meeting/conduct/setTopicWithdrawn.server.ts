import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { announce } from "~/ledger/announce.server";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { topic } from "~db/schema";
import { alignRecord } from "./alignRecord.server";
import { dayInWriting } from "./loadSession.server";

/**
 * Takes an entry off the agenda or brings it back. Refuses with `notFound`, `notAllowed`, `wrongStage`,
 * `invalid` for the look-back, which stays on every agenda, `changedMeanwhile`.
 */
export async function setWithdrawn(
  actor: Actor,
  input: { month: string; topicId: string; reason: string; withdrawnAt: string | null },
  now: string,
): Promise<Result<null>> {
  const { withdrawnAt, reason } = input;
  const result = await change(actor, now, async (tx, book) => {
    const day = await dayInWriting(tx, actor, input.month, ["agenda", "inSession", "minutes"]);
    if (!day.ok) return day;
    const [row] = await tx
      .select()
      .from(topic)
      .where(and(eq(topic.id, input.topicId), eq(topic.meetingId, day.value.id)));
    if (!row) return refuse("notFound");
    // An amendment does not change the agenda that was held.
    if (day.value.amendment) return refuse("wrongStage");
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
    return done(null);
  });
  if (!result.ok) return result;
  await alignRecord(input.month);
  await announce({ kind: "topic", month: input.month });
  return result;
}
