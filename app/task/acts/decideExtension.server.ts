import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { dayOf, isDay } from "~/calendar/day";
import { done, refuse } from "~/ledger/result";
import { rulesToShowBy } from "~/task/rulesToShowBy.server";
import { taskExtension } from "~db/schema";
import { actOnTask } from "./actOnTask.server";
import { checkExtension } from "./deadline";

/**
 * The office grants or refuses the extension that waits, with its reason. The original date stays. What was asked for
 * before a rule forbade it can be refused only (`extensionNotGrantable`).
 */
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
      .returning({ toDate: taskExtension.toDate, askedAt: taskExtension.askedAt });
    if (!decided) return refuse("changedMeanwhile");
    const { toDate, askedAt } = decided;
    if (decision === "refused")
      return done({ event: "refuseExtension" as const, text, booked: { toDate }, told: true });
    // It may have been asked for under other rules. How long the office took does not count against it.
    const dates = { toDate, dueDate: found.dueDate, today: dayOf(askedAt) };
    const checked = checkExtension(dates, await rulesToShowBy(tx));
    if (!checked.ok || !isDay(toDate)) return refuse("extensionNotGrantable", { field: "decision" });
    return done({ event: "grantExtension" as const, columns: { dueDate: toDate }, text, told: true });
  });
}
