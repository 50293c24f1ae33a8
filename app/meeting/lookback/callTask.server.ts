import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { freshness } from "~/ledger/freshness";
import { done, type Result, refuse } from "~/ledger/result";
import { changeMeeting } from "~/meeting/conduct/changeMeeting.server";
import { findMeeting } from "~/meeting/conduct/findMeeting.server";
import { holdsMeeting } from "~/meeting/conduct/permission";
import { seesMeeting } from "~/meeting/conduct/roomRight.server";
import { taskScope } from "~/task/scope.server";
import { lookBackCall } from "~db/schema";
import { lookBackOf } from "./lookBackOf.server";

/**
 * Asks that a task be called by itself, and not be noted with the others: everybody who sees the meeting and the task
 * may. Of those who hold the meeting it turns the hall to that task. Refuses with `notFound`, `wrongStage`.
 */
export async function callTask(
  actor: Actor,
  { slug, number }: { slug: string; number: string },
  now: string,
): Promise<Result<{ number: string }>> {
  return changeMeeting(actor, now, slug, async (tx, book, later) => {
    const day = await findMeeting(tx, slug);
    if (!day || !(await seesMeeting(tx, actor, day))) return refuse("notFound");
    if (day.stage !== "inSession") return refuse("wrongStage");
    const called = (await lookBackOf(tx, day.id, taskScope(actor))).find((task) => task.number === number);
    if (!called) return refuse("notFound");
    const calledAt = holdsMeeting(actor, day) ? now : null;
    const at = { meetingId: day.id, taskId: called.taskId };
    if (!called.asked)
      await tx.insert(lookBackCall).values({ ...at, askedByPostId: actor.postId, askedAt: now, calledAt });
    else if (calledAt)
      await tx
        .update(lookBackCall)
        .set({ calledAt })
        .where(and(eq(lookBackCall.meetingId, at.meetingId), eq(lookBackCall.taskId, at.taskId)));
    await book({
      verb: "task.callAtLookBack",
      subject: { kind: "task", id: called.taskId },
      after: { meetingId: day.id, turnedTo: calledAt !== null },
    });
    await later(freshness, { kind: "lookBack", slug });
    return done({ number });
  });
}
