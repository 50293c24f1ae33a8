import { z } from "zod";
import { key, optionalLine, version } from "~/value/fields";

/** How many units a street's sketch is wide and high. */
export const plane = 1_000;
/** The grid on which communities stand; their least side. */
export const gridStep = 10;
const leastSide = 60;
const gap = 20;

/** A place on a sketch, from its upper left corner. */
export interface Spot {
  x: number;
  y: number;
}

/** The rectangle of a community on its street's sketch. */
export interface Area extends Spot {
  width: number;
  height: number;
}

/** Reads a place written as "412,230"; undefined where it is none on the plane. */
export function readSpot(text: string | null | undefined): Spot | undefined {
  const found = /^\s*(\d{1,4})\s*[,，]\s*(\d{1,4})\s*$/.exec(text ?? "");
  if (!found) return undefined;
  const [x, y] = [Number(found[1]), Number(found[2])];
  return x <= plane && y <= plane ? { x, y } : undefined;
}

/** Writes a place as it is kept and sent. */
export const writeSpot = ({ x, y }: Spot) => `${x},${y}`;

/** The nearest place on the plane, in whole units. */
export function onPlane({ x, y }: Spot): Spot {
  const within = (value: number) => Math.min(plane, Math.max(0, Math.round(value)));
  return { x: within(x), y: within(y) };
}

/** A place in a form, where it is said; nothing is null. */
export const spotIfAny = () =>
  optionalLine(20)
    .nullable()
    .transform((text, context) => {
      if (text === null || text.trim() === "") return null;
      const spot = readSpot(text);
      if (spot) return writeSpot(spot);
      context.addIssue({ code: "custom", message: "sketch.error.spot" });
      return z.NEVER;
    })
    .optional();

const side = (least: number, most: number) =>
  z.coerce
    .number({ error: "sketch.error.number" })
    .int({ error: "sketch.error.number" })
    .min(least, { error: "sketch.error.number" })
    .max(most, { error: "sketch.error.number" });

/** Where one community is to stand, with the version of the sketch as it was shown. */
export const placeAreaForm = z
  .object({
    community: key(),
    version: version(),
    x: side(0, plane - leastSide),
    y: side(0, plane - leastSide),
    width: side(leastSide, plane),
    height: side(leastSide, plane),
  })
  .superRefine(({ x, y, width, height }, context) => {
    if (x + width > plane)
      context.addIssue({ code: "custom", path: ["width"], message: "sketch.error.outside" });
    if (y + height > plane)
      context.addIssue({ code: "custom", path: ["height"], message: "sketch.error.outside" });
  });
export type PlaceAreaInput = z.output<typeof placeAreaForm>;

const onGrid = (value: number) => Math.round(value / gridStep) * gridStep;

/** Moves and sizes a rectangle so that it stays on the plane and its grid. */
export function fitted(area: Area): Area {
  const width = Math.min(plane, Math.max(leastSide, onGrid(area.width)));
  const height = Math.min(plane, Math.max(leastSide, onGrid(area.height)));
  const within = (at: number, length: number) => Math.min(plane - length, Math.max(0, onGrid(at)));
  return { x: within(area.x, width), y: within(area.y, height), width, height };
}

/** Stands `count` communities in a grid that fills the plane, row by row. */
export function gridOf(count: number): Area[] {
  const perRow = Math.max(1, Math.ceil(Math.sqrt(count)));
  const rows = Math.max(1, Math.ceil(count / perRow));
  const height = (plane - gap) / rows;
  return Array.from({ length: count }, (_, at) => {
    const row = Math.floor(at / perRow);
    // The last row is as wide as the others, however few stand in it.
    const inRow = row === rows - 1 ? count - row * perRow : perRow;
    const width = (plane - gap) / inRow;
    const [left, right] = [at - row * perRow, at - row * perRow + 1].map((one) => onGrid(gap + one * width));
    const [top, bottom] = [row, row + 1].map((one) => onGrid(gap + one * height));
    return { x: left!, y: top!, width: right! - left! - gap, height: bottom! - top! - gap };
  });
}

/** Whether two rectangles share more than a border. */
export function overlaps(one: Area, other: Area): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Those that stand over another of them, each once, in their order. */
export function overlapping<Placed extends Area>(areas: readonly Placed[]): Placed[] {
  return areas.filter((one) => areas.some((other) => other !== one && overlaps(one, other)));
}

/** Where a community that was added later finds room: beside what stands there, else in the corner. */
function roomFor(taken: readonly Area[]): Area {
  for (const size of [200, 120, leastSide])
    for (let y = gap; y + size <= plane; y += gap)
      for (let x = gap; x + size <= plane; x += gap) {
        const area = { x, y, width: size, height: size };
        if (!taken.some((one) => overlaps(one, area))) return area;
      }
  return { x: plane - leastSide, y: plane - leastSide, width: leastSide, height: leastSide };
}

/**
 * Places a street's communities: as they were arranged, or in a grid where nobody has.
 * @param ids of the communities in force, in a stable order
 * @param arranged rectangles by community; those of others are left out
 */
export function areasOf(
  ids: readonly string[],
  arranged: Readonly<Record<string, Area>> | null,
): Map<string, Area> {
  if (!arranged) {
    const grid = gridOf(ids.length);
    return new Map(ids.map((id, at) => [id, grid[at]!]));
  }
  const placed = new Map<string, Area>();
  for (const id of ids) if (arranged[id]) placed.set(id, arranged[id]);
  for (const id of ids) if (!placed.has(id)) placed.set(id, roomFor([...placed.values()]));
  return placed;
}

/** The rectangle in which a place lies, the smallest where several do; undefined between them. */
export function areaAt<Placed extends Area>(areas: readonly Placed[], { x, y }: Spot): Placed | undefined {
  return areas
    .filter((one) => one.x <= x && x <= one.x + one.width && one.y <= y && y <= one.y + one.height)
    .sort((one, other) => one.width * one.height - other.width * other.height)[0];
}

const storedAreas = z.record(
  key(),
  z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
);

/** Reads rectangles as they are kept; null where nobody can read them. */
export function readAreas(text: string): Record<string, Area> | null {
  try {
    return storedAreas.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
