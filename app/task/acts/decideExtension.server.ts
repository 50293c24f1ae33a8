import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, refuse } from "~/ledger/result";
import { taskExtension } from "~db/schema";
import { actOnTask } from "./actOnTask.server";

/** The office grants or refuses the extension that waits, with its reason. The original date stays. */
export function decideExtension(
  actor: Actor,
  input: { number: string; decision: "granted" | "refused"; text: string },
  now: string,
) {
  const { number, decision, text } = input;
  return actOnTask(actor, number, "decideExtension", now, async (found, tx) => {
    const [decided] = await tx
      .update(taskExtension)
      .set({ state: decision, decidedByPostId: actor.postId, decidedAt: now, decisionText: text })
      .where(and(eq(taskExtension.taskId, found.id), eq(taskExtension.state, "waiting")))
      .returning({ toDate: taskExtension.toDate });
    if (!decided) return refuse("changedMeanwhile");
    const { toDate } = decided;
    if (decision === "refused")
      return done({ event: "refuseExtension" as const, text, booked: { toDate }, told: true });
    return done({ event: "grantExtension" as const, columns: { dueDate: toDate }, text, told: true });
  });
}
