import type { Actor } from "~/access/actor";
import { dayOf } from "~/calendar/day";
import { done, refuse } from "~/ledger/result";
import { actOnTask } from "./actOnTask.server";

/** 挂账: the office suspends a task until a review date, which must lie ahead (`reviewNotAhead`). */
export function suspendTask(
  actor: Actor,
  input: { number: string; text: string; reviewOn: string },
  now: string,
) {
  const { number, text, reviewOn } = input;
  return actOnTask(actor, number, "suspend", now, async () =>
    reviewOn > dayOf(now)
      ? done({ columns: { reviewOn }, text })
      : refuse("reviewNotAhead", { field: "reviewOn" }),
  );
}
