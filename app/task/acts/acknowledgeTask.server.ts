import type { Actor } from "~/access/actor";
import { done } from "~/ledger/result";
import { actOnTask } from "./actOnTask.server";

/** 签收: the lead unit acknowledges a task dispatched to it. */
export function acknowledgeTask(actor: Actor, input: { number: string; text?: string }, now: string) {
  return actOnTask(actor, input.number, "acknowledge", now, async () =>
    done({ columns: { acknowledgedAt: now }, text: input.text }),
  );
}
