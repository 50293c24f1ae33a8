import type { Actor } from "~/access/actor";
import { done } from "~/ledger/result";
import { actOnTask } from "./actOnTask.server";

/** The office takes a suspended task up again. Its due date is what it was. */
export function resumeTask(actor: Actor, input: { number: string; text?: string }, now: string) {
  return actOnTask(actor, input.number, "resume", now, async () =>
    done({ columns: { reviewOn: null }, text: input.text }),
  );
}
