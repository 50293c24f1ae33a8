import type { Actor } from "~/access/actor";
import { done } from "~/ledger/result";
import { actOnTask } from "./actOnTask.server";

/** 核查: the street (the office where the street itself led) has seen that the matter is solved. */
export function verifySolved(
  actor: Actor,
  input: { number: string; text: string; evidence?: string },
  now: string,
) {
  const { number, text, evidence } = input;
  return actOnTask(actor, number, "verifySolved", now, async () =>
    done({ columns: { solvedAt: now }, text, evidence }),
  );
}
