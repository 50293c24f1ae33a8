import type { Actor } from "~/access/actor";
import { findStreet } from "~/unit/namedUnits.server";
import { mayArrangeSketch } from "~/unit/permission";
import { read } from "~db/read";
import { sketchOf } from "./sketchOf.server";

export type SketchView = NonNullable<Awaited<ReturnType<typeof showSketch>>>;

/** The sketch of a street by its slug, for every official as its units are; null where there is no such street. */
export async function showSketch(actor: Actor, slug: string) {
  return read(async (db) => {
    const street = await findStreet(db, slug);
    if (!street) return null;
    const { areas, version } = await sketchOf(db, street.id);
    return { street, areas, version, can: { arrange: mayArrangeSketch(actor, street) } };
  });
}
