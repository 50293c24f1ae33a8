import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { type Result, refuse } from "~/ledger/result";
import { dutyFactOf } from "~/problem/duty/dutyFactOf.server";
import { applyEdit } from "~/problem/list/editProblem.server";
import { findOwnProblem } from "~/problem/scope.server";

/** Which item of the duty lists a problem falls under, as its page proposed it. */
export interface TakenDuty {
  number: string;
  dutyItemId: string;
}

/**
 * Puts an item of a duty list on a problem, and with it who has the power and on what basis. Refuses like
 * `editProblem`, `invalid` where there is no such item.
 */
export async function takeDuty(
  actor: Actor,
  { number, dutyItemId }: TakenDuty,
  now: string,
): Promise<Result<{ version: number }>> {
  return change(actor, now, async (tx, book) => {
    const problem = await findOwnProblem(tx, actor, number);
    const fact = await dutyFactOf(tx, { dutyItemId });
    if (!problem) return refuse("notFound");
    if (!fact) return refuse("invalid", { field: "dutyItemId" });
    // Somebody was faster: what stands there now was not seen.
    if (problem.dutyItemId) return refuse("changedMeanwhile");
    const { unit, basis } = fact.item;
    const taken = {
      ...{ dutyItemId, powerUnitId: unit?.id ?? problem.streetId },
      ...(basis && { legalBasis: basis }),
    };
    return applyEdit(tx, book, actor, { number, ...taken }, now);
  });
}
