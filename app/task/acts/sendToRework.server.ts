import type { Actor } from "~/access/actor";
import { done } from "~/ledger/result";
import { actOnTask } from "./actOnTask.server";

/** 返工: whoever verifies found it not solved, and says what is missing. Counted; the clock has run on. */
export function sendToRework(actor: Actor, input: { number: string; text: string }, now: string) {
  return actOnTask(actor, input.number, "sendToRework", now, async (found) =>
    done({
      columns: { handledAt: null, solvedAt: null, reworkCount: found.reworkCount + 1 },
      text: input.text,
    }),
  );
}
