import type { Actor } from "~/access/actor";
import { newId } from "~/ledger/identifier.server";
import { done, refuse } from "~/ledger/result";
import { taskExtension } from "~db/schema";
import { actOnTask } from "./actOnTask.server";

/** 延期: the lead unit asks for a later due date (`dueNotLater` otherwise) with a reason; one at a time. */
export function askExtension(
  actor: Actor,
  input: { number: string; text: string; toDate: string },
  now: string,
) {
  const { number, text, toDate } = input;
  return actOnTask(actor, number, "askExtension", now, async (found, tx) => {
    if (toDate <= found.dueDate) return refuse("dueNotLater", { field: "toDate" });
    await tx.insert(taskExtension).values({
      id: newId(),
      taskId: found.id,
      fromDate: found.dueDate,
      toDate,
      reason: text,
      askedByPostId: actor.postId,
      askedAt: now,
    });
    return done({ text, booked: { fromDate: found.dueDate, toDate } });
  });
}
