import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { holds, listOfProblem } from "~/problem/findProblem.server";
import { canList } from "~/problem/permission";
import { findOwnProblem } from "~/problem/scope.server";
import { changeableList } from "~/problem/streetList.server";
import { putOnList } from "./putOnList.server";

/**
 * Puts a problem that was deferred, refused or taken off on the street's list of another month, or back on
 * the same one: the same number, one more appearance. Refuses with `notAllowed`, `notFound`, `listClosed`,
 * `alreadyListed` (it stands on a list that is still open or led to a day).
 */
export async function listAgain(
  actor: Actor,
  input: { number: string; month: string },
  now: string,
): Promise<Result<{ listingId: string }>> {
  const streetId = actor.streetId;
  if (!streetId || !canList(actor, "submit", { streetId })) return refuse("notAllowed");
  return change(actor, now, async (tx, book) => {
    const row = await findOwnProblem(tx, actor, input.number);
    if (!row) return refuse("notFound");
    const open = await changeableList(tx, input.month, streetId);
    if (!open.ok) return open;
    const place = await listOfProblem(tx, row.id);
    const list = { id: open.value.list.id, streetId, month: input.month };
    if (place && (place.list.id === list.id || holds(place))) return refuse("alreadyListed");
    const listingId = await putOnList(tx, book, row, list);
    return done({ listingId });
  });
}
