import type { Actor } from "~/access/actor";
import { denyWitness } from "~/task/acts/answerAsWitness.server";
import { reopenFollowUp } from "./reopenFollowUp.server";

/** Denies a verification as its witness; the task's meeting, where it was followed up, is open again. */
export function denyAsWitness(actor: Actor, input: { number: string; text: string }, now: string) {
  return denyWitness(actor, input, now, reopenFollowUp);
}
