import type { Actor } from "~/access/actor";
import { done } from "~/ledger/result";
import { actOnTask } from "./actOnTask.server";

/** The lead unit says what holds a task up. The clock runs on: blocked and overdue can both hold. */
export function blockTask(actor: Actor, input: { number: string; text: string }, now: string) {
  return actOnTask(actor, input.number, "block", now, async () =>
    done({ columns: { blocked: input.text }, text: input.text }),
  );
}
