import { eq } from "drizzle-orm";
import type { Name } from "~/i18n/language";
import { communitiesOf } from "~/unit/namedUnits.server";
import type { Queries } from "~db/connect";
import { streetSketch } from "~db/schema";
import { type Area, areasOf, readAreas } from "./sketch";

/** A community on its street's sketch. */
export interface SketchArea extends Area {
  id: string;
  slug: string;
  name: Name;
  shortZh: string;
}

/** A street's sketch; version 0 where nobody has arranged it. */
export interface Sketch {
  areas: SketchArea[];
  version: number;
}

/** The sketch of a street: its communities in force, each with its rectangle. */
export async function sketchOf(db: Queries, streetId: string): Promise<Sketch> {
  const communities = await communitiesOf(db, streetId);
  const [row] = await db.select().from(streetSketch).where(eq(streetSketch.streetId, streetId));
  const ids = communities.map(({ id }) => id);
  const placed = areasOf(ids, row ? readAreas(row.areas) : null);
  const areas = communities.map(({ id, slug, name, shortZh }) => ({
    ...{ id, slug, name, shortZh },
    ...placed.get(id)!,
  }));
  return { areas, version: row?.version ?? 0 };
}
