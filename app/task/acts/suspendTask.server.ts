import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { done } from "~/ledger/result";
import { rulesToShowBy } from "~/task/rulesToShowBy.server";
import { actOnTask } from "./actOnTask.server";
import { checkReview } from "./deadline";

/**
 * 挂账: the office suspends a task until a review date, which must lie ahead (`reviewNotAhead`), no farther than the
 * rules allow (`reviewTooFar`).
 */
export function suspendTask(
  actor: Actor,
  input: { number: string; text: string; reviewOn: string },
  now: string,
) {
  const { number, text, reviewOn } = input;
  return actOnTask(actor, number, "suspend", now, async (_found, tx) => {
    const checked = checkReview({ reviewOn, today: dayOf(now) }, await rulesToShowBy(tx));
    return checked.ok ? done({ columns: { reviewOn }, text }) : checked;
  });
}
