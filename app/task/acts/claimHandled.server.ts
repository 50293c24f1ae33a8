import type { Actor } from "~/access/actor";
import { done } from "~/ledger/result";
import { actOnTask } from "./actOnTask.server";

/** 办结: the lead unit claims, with evidence, that it has done what was resolved. Nothing is solved by it. */
export function claimHandled(
  actor: Actor,
  input: { number: string; text: string; evidence: string },
  now: string,
) {
  const { number, text, evidence } = input;
  return actOnTask(actor, number, "claimHandled", now, async () =>
    done({ columns: { handledAt: now, blocked: "" }, text, evidence }),
  );
}
