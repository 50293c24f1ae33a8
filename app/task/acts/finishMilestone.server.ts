import { and, eq, isNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, refuse } from "~/ledger/result";
import { milestone } from "~db/schema";
import { actOnTask } from "./actOnTask.server";

/** The lead unit has reached a milestone of the timetable; `milestoneGone` when it was not open any more. */
export function finishMilestone(
  actor: Actor,
  input: { number: string; milestoneId: string; evidence?: string },
  now: string,
) {
  const { number, milestoneId, evidence } = input;
  return actOnTask(actor, number, "finishMilestone", now, async (found, tx) => {
    const [reached] = await tx
      .update(milestone)
      .set({ doneAt: now })
      .where(and(eq(milestone.id, milestoneId), eq(milestone.taskId, found.id), isNull(milestone.doneAt)))
      .returning({ text: milestone.text });
    if (!reached) return refuse("milestoneGone", { field: "milestoneId" });
    return done({ text: reached.text, evidence, booked: { milestoneId } });
  });
}
