import type { Actor } from "~/access/actor";
import { sendToRework } from "~/task/acts/sendToRework.server";
import { reopenFollowUp } from "./reopenFollowUp.server";

/** Sends a task to rework; its meeting, where it was followed up, is open again with a task that is not solved. */
export function sendTaskToRework(actor: Actor, input: { number: string; text: string }, now: string) {
  return sendToRework(actor, input, now, reopenFollowUp);
}
