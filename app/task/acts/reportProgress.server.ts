import type { Actor } from "~/access/actor";
import { done } from "~/ledger/result";
import { actOnTask } from "./actOnTask.server";

/** The lead unit reports what it has done so far. */
export function reportProgress(
  actor: Actor,
  input: { number: string; text: string; evidence?: string },
  now: string,
) {
  const { number, text, evidence } = input;
  return actOnTask(actor, number, "progress", now, async () => done({ text, evidence }));
}
