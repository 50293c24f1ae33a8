import type { Actor } from "~/access/actor";
import { done } from "~/ledger/result";
import { actOnTask } from "./actOnTask.server";

/** The lead unit says that what held a task up is gone. */
export function unblockTask(actor: Actor, input: { number: string; text?: string }, now: string) {
  return actOnTask(actor, input.number, "unblock", now, async () =>
    done({ columns: { blocked: "" }, text: input.text }),
  );
}
