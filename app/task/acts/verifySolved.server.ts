import type { Actor } from "~/access/actor";
import type { Holder } from "~/access/holder";
import { done, type Result, refuse } from "~/ledger/result";
import { needsWitness } from "~/task/doer";
import type { FoundTask } from "~/task/findTask.server";
import { witnessChoices } from "~/task/witnesses.server";
import type { Queries } from "~db/connect";
import { taskWitness } from "~db/schema";
import { actOnTask } from "./actOnTask.server";

/**
 * 核查: the street (the office where the street itself leads) has seen that the matter is solved. Of a
 * task that the street leads a witness is named, a person of a unit that neither does nor verifies it
 * (`witnessNeeded`, `witnessNotPossible`); they hear of it, and can deny it.
 * @param input.witness the holding by which somebody is chosen
 */
export function verifySolved(
  actor: Actor,
  input: { number: string; text: string; evidence?: string; witness?: string },
  now: string,
) {
  const { number, text, evidence, witness } = input;
  return actOnTask(actor, number, "verifySolved", now, async (found, tx) => {
    const named = await witnessNamed(tx, actor, found, witness, now);
    if (!named.ok) return named;
    const columns = { solvedAt: now };
    if (!named.value) return done({ columns, text, evidence });
    const { personId, postId } = named.value;
    return done({
      columns,
      text,
      evidence,
      booked: { witnessPersonId: personId, witnessPostId: postId },
      told: true,
      follow: async (_tx: Queries, _book: unknown, entryId: string) => {
        await tx.insert(taskWitness).values({ entryId, taskId: found.id, personId, postId });
        return done(null);
      },
    });
  });
}

async function witnessNamed(
  tx: Queries,
  actor: Actor,
  found: FoundTask,
  holdingId: string | undefined,
  now: string,
): Promise<Result<Holder | null>> {
  if (!needsWitness(found)) return done(null);
  if (!holdingId) return refuse("witnessNeeded", { field: "witness" });
  const choices = await witnessChoices(tx, actor, found, now);
  const chosen = choices.find((choice) => choice.id === holdingId);
  return chosen ? done(chosen) : refuse("witnessNotPossible", { field: "witness" });
}
