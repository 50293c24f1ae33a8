import type { Actor } from "~/access/actor";
import { canList } from "~/problem/permission";
import { findStreetList } from "~/problem/streetList.server";
import { findStreet } from "~/unit/namedUnits.server";
import { read } from "~db/read";

/**
 * Whether somebody may know of a street's list at all: true, or null as for what is not there. What they may
 * do with it is asked by each act.
 */
export async function meetsList(
  actor: Actor,
  input: { month: string; street: string },
): Promise<true | null> {
  return read(async (db) => {
    const street = await findStreet(db, input.street);
    if (!street || !canList(actor, "see", { streetId: street.id })) return null;
    return (await findStreetList(db, input.month, street.id)) ? true : null;
  });
}
