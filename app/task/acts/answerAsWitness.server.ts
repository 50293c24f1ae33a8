import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, refuse } from "~/ledger/result";
import type { WitnessState } from "~/task/witness";
import type { Queries } from "~db/connect";
import { taskWitness } from "~db/schema";
import { actOnTask } from "./actOnTask.server";
import type { OnReopened } from "./sendToRework.server";

/** The person named as witness of a verification says that they were there. Everything stays as it is. */
export function confirmWitness(actor: Actor, input: { number: string; text?: string }, now: string) {
  const text = input.text ?? "";
  return actOnTask(actor, input.number, "confirmWitness", now, async (found, tx) =>
    (await answer(tx, found.id, actor, { state: "confirmed", answer: text }, now))
      ? done({ text })
      : refuse("changedMeanwhile"),
  );
}

/**
 * The person named as witness of a verification says that they were not there, or saw it otherwise: the verification
 * falls, and the task waits for a new one.
 * @param onReopened runs in the same transaction; its refusal undoes the act
 */
export function denyWitness(
  actor: Actor,
  input: { number: string; text: string },
  now: string,
  onReopened: OnReopened,
) {
  const { number, text } = input;
  return actOnTask(actor, number, "denyWitness", now, async (found, tx) =>
    (await answer(tx, found.id, actor, { state: "denied", answer: text }, now))
      ? done({
          columns: { solvedAt: null },
          text,
          told: true,
          follow: (within, book) => onReopened(within, book, found.meetingId),
        })
      : refuse("changedMeanwhile"),
  );
}

async function answer(
  tx: Queries,
  taskId: string,
  { personId }: Actor,
  said: { state: WitnessState; answer: string },
  now: string,
): Promise<boolean> {
  const answered = await tx
    .update(taskWitness)
    .set({ ...said, answeredAt: now })
    .where(
      and(eq(taskWitness.taskId, taskId), eq(taskWitness.personId, personId), eq(taskWitness.state, "named")),
    )
    .returning({ id: taskWitness.entryId });
  return answered.length > 0;
}
