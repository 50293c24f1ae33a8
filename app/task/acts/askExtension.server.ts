import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { newId } from "~/ledger/identifier.server";
import { done } from "~/ledger/result";
import { rulesToShowBy } from "~/task/rulesToShowBy.server";
import { taskExtension } from "~db/schema";
import { actOnTask } from "./actOnTask.server";
import { checkExtension } from "./deadline";

/**
 * 延期: the lead unit asks for a later due date with a reason; one at a time. Refuses with `dueNotLater` where it is
 * not later than the present one or lies in the past, with `dueTooFar` beyond what the rules let one extension add.
 */
export function askExtension(
  actor: Actor,
  input: { number: string; text: string; toDate: string },
  now: string,
) {
  const { number, text, toDate } = input;
  return actOnTask(actor, number, "askExtension", now, async (found, tx) => {
    const dates = { toDate, dueDate: found.dueDate, today: dayOf(now) };
    const checked = checkExtension(dates, await rulesToShowBy(tx));
    if (!checked.ok) return checked;
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
