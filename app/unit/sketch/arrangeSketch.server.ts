import { and, eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { overtaken } from "~/ledger/overtaken.server";
import { done, type Result, refuse } from "~/ledger/result";
import { findStreet, type NamedUnit } from "~/unit/namedUnits.server";
import { mayArrangeSketch } from "~/unit/permission";
import type { Queries } from "~db/connect";
import { streetSketch } from "~db/schema";
import type { Area, PlaceAreaInput } from "./sketch";
import { type Sketch, sketchOf } from "./sketchOf.server";

/**
 * Puts a community's rectangle on its street's sketch where it is to stand. Rectangles may overlap, and the page says
 * so. Refuses with `notAllowed`, `notFound` (no such street, or no community of it), `changedMeanwhile`.
 * @param input `street` and `community` by slug
 */
export async function placeArea(
  actor: Actor,
  input: PlaceAreaInput & { street: string },
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const found = await sketchToArrange(tx, actor, input);
    if (!found.ok) return found;
    const { street, sketch } = found.value;
    if (sketch.version !== input.version) return overtaken(tx, { kind: "unit", id: street.id });
    const moved = sketch.areas.find((one) => one.slug === input.community);
    if (!moved) return refuse("notFound");
    const { x, y, width, height } = input;
    const areas = Object.fromEntries(sketch.areas.map((one) => [one.id, areaOf(one)]));
    const after = { ...areas, [moved.id]: { x, y, width, height } };
    const said = { community: moved.id };
    return keep(tx, book, { actor, street, sketch, areas: after, now }, [
      { ...said, ...areaOf(moved) },
      { ...said, x, y, width, height },
    ]);
  });
}

/**
 * Stands all communities of a street in a grid again. Refuses with `notAllowed`, `notFound` (also where nobody has
 * arranged them).
 */
export async function resetSketch(
  actor: Actor,
  input: { street: string },
  now: string,
): Promise<Result<null>> {
  return change(actor, now, async (tx, book) => {
    const found = await sketchToArrange(tx, actor, input);
    if (!found.ok) return found;
    const { street, sketch } = found.value;
    if (sketch.version === 0) return refuse("notFound");
    return keep(tx, book, { actor, street, sketch, areas: null, now }, [{}, {}]);
  });
}

const areaOf = ({ x, y, width, height }: Area): Area => ({ x, y, width, height });

async function sketchToArrange(
  tx: Queries,
  actor: Actor,
  input: { street: string },
): Promise<Result<{ street: NamedUnit; sketch: Sketch }>> {
  const street = await findStreet(tx, input.street);
  if (!street) return refuse("notFound");
  if (!mayArrangeSketch(actor, street)) return refuse("notAllowed");
  return done({ street, sketch: await sketchOf(tx, street.id) });
}

interface Keeping {
  actor: Actor;
  street: NamedUnit;
  sketch: Sketch;
  /** Null for a grid. */
  areas: Record<string, Area> | null;
  now: string;
}

async function keep(
  tx: Queries,
  book: Book,
  { actor, street, sketch, areas, now }: Keeping,
  [before, after]: [object, object],
): Promise<Result<null>> {
  const row = {
    areas: JSON.stringify(areas),
    version: sketch.version + 1,
    arrangedAt: now,
    arrangedByPostId: actor.postId,
  };
  const subject = { kind: "unit", id: street.id };
  if (sketch.version === 0) {
    await tx.insert(streetSketch).values({ streetId: street.id, ...row });
  } else {
    const changed = await tx
      .update(streetSketch)
      .set(row)
      .where(and(eq(streetSketch.streetId, street.id), eq(streetSketch.version, sketch.version)))
      .returning({ streetId: streetSketch.streetId });
    if (changed.length !== 1) return overtaken(tx, subject);
  }
  await book({ verb: "unit.arrangeSketch", subject, before, after });
  return done(null);
}
