import type { Actor } from "~/access/actor";
import { change } from "~/ledger/change.server";
import { done, type Result, refuse } from "~/ledger/result";
import { collectingMonth } from "~/problem/collectingMonth.server";
import { leftByCancelled } from "~/problem/leftByCancelled.server";
import { canList } from "~/problem/permission";
import { changeableList } from "~/problem/streetList.server";
import { findStreet } from "~/unit/namedUnits.server";
import { putOnList } from "./putOnList.server";

/**
 * Puts what waits from a street's list for a cancelled day on its list of the month that is being collected, as drafts.
 * Refuses with `notFound`, `notAllowed`, `listEmpty` where nothing waits, `listClosed` while nothing is collected.
 */
export async function carryList(
  actor: Actor,
  { month, street }: { month: string; street: string },
  now: string,
): Promise<Result<{ month: string }>> {
  return change(actor, now, async (tx, book) => {
    const found = await findStreet(tx, street);
    if (!found || !canList(actor, "see", { streetId: found.id })) return refuse("notFound");
    const streetId = found.id;
    if (!canList(actor, "submit", { streetId })) return refuse("notAllowed");
    const left = (await leftByCancelled(tx, streetId)).filter((one) => one.month === month);
    if (left.length === 0) return refuse("listEmpty");
    const into = await collectingMonth(tx, month);
    if (!into) return refuse("listClosed");
    const open = await changeableList(tx, into, streetId);
    if (!open.ok) return open;
    const list = { id: open.value.list.id, streetId, month: into };
    for (const problem of left) await putOnList(tx, book, problem, list);
    return done({ month: into });
  });
}
