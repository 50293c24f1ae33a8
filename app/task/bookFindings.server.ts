import { change } from "~/ledger/change.server";
import { done, refuse } from "~/ledger/result";
import { taskFinding } from "~db/schema";
import type { TaskFinding } from "./finding";

/** A task of which the clock has found something, and what is booked of it. */
export interface FoundOfTask {
  taskId: string;
  /** See `task_finding`. */
  about: string;
  after: Record<string, unknown>;
}

/** Books what the clock has found of some tasks, by the system itself, each finding once; others hear of it. */
export async function bookFindings(
  finding: TaskFinding,
  found: readonly FoundOfTask[],
  now: string,
): Promise<void> {
  await change(null, now, async (tx, book) => {
    let booked = 0;
    for (const { taskId, about, after } of found) {
      const [first] = await tx
        .insert(taskFinding)
        .values({ taskId, finding, about, at: now })
        .onConflictDoNothing()
        .returning();
      if (!first) continue;
      await book({
        verb: finding === "overdue" ? "task.fallOverdue" : "task.escalate",
        subject: { kind: "task", id: taskId },
        after,
        told: true,
      });
      booked += 1;
    }
    // Another process was quicker with all of them.
    return booked > 0 ? done(null) : refuse("changedMeanwhile");
  });
}
