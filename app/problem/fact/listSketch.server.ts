import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { listedProblems } from "~/problem/listedProblems.server";
import { canList } from "~/problem/permission";
import { visibleListings } from "~/problem/scope.server";
import { findStreetList } from "~/problem/streetList.server";
import { findStreet } from "~/unit/namedUnits.server";
import { sketchOf } from "~/unit/sketch/sketchOf.server";
import { read } from "~db/read";
import { listing } from "~db/schema";

/**
 * Where the problems on a street's list are on its sketch, for whoever reads the list, and as far as they do; null
 * where there is no list for them.
 */
export async function listSketch(actor: Actor, input: { month: string; street: string }) {
  return read(async (db) => {
    const street = await findStreet(db, input.street);
    if (!street || !canList(actor, "see", { streetId: street.id })) return null;
    const found = await findStreetList(db, input.month, street.id);
    if (!found) return null;
    const rows = found.list
      ? await listedProblems(db, and(eq(listing.listId, found.list.id), visibleListings(actor)))
      : [];
    return {
      month: found.day.month,
      street,
      areas: (await sketchOf(db, street.id)).areas,
      problems: rows.map(({ problem: { number, title, spot } }) => ({ number, title, spot })),
    };
  });
}
