import type { Actor } from "~/access/actor";
import { done } from "~/ledger/result";
import { actOnTask } from "./actOnTask.server";

/** 销号: the office takes a solved task off the ledger of open ones. */
export function strikeOff(actor: Actor, input: { number: string; text?: string }, now: string) {
  return actOnTask(actor, input.number, "strikeOff", now, async () =>
    done({ columns: { struckOffAt: now }, text: input.text }),
  );
}
