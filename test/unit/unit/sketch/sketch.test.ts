import { describe, expect, it } from "vitest";
import {
  areaAt,
  areasOf,
  fitted,
  gridOf,
  overlapping,
  overlaps,
  placeAreaForm,
  plane,
  readSpot,
  spotIfAny,
} from "~/unit/sketch/sketch";
import { nameIn } from "~/unit/sketch/sketchName";

const pairs = <One>(all: readonly One[]) =>
  all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));

describe("a street's sketch", () => {
  it.each([1, 2, 3, 5, 6, 7, 12, 31])(
    "stands %i communities in a grid, none over another or the edge",
    (count) => {
      const areas = gridOf(count);
      expect(areas).toHaveLength(count);
      for (const { x, y, width, height } of areas) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(plane);
        expect(Math.min(width, height)).toBeGreaterThan(0);
      }
      expect(pairs(areas).filter(([one, other]) => overlaps(one, other))).toEqual([]);
    },
  );

  it("keeps what was arranged, leaves out who is closed, and finds room for who came later", () => {
    const arranged = {
      north: { x: 0, y: 0, width: 500, height: 500 },
      closed: { x: 500, y: 0, width: 500, height: 500 },
    };
    const areas = areasOf(["new", "north"], arranged);
    expect([...areas.keys()].sort()).toEqual(["new", "north"]);
    expect(areas.get("north")).toEqual(arranged.north);
    expect(overlaps(areas.get("new")!, areas.get("north")!)).toBe(false);
    const full = areasOf(["new", "all"], { all: { x: 0, y: 0, width: plane, height: plane } });
    expect(full.get("new")!.x + full.get("new")!.width).toBeLessThanOrEqual(plane);
  });

  it("says in which community a place lies, of two the smaller, and none between them", () => {
    const large = { x: 0, y: 0, width: 600, height: 600, name: "large" };
    const small = { x: 100, y: 100, width: 200, height: 200, name: "small" };
    expect(areaAt([large, small], { x: 150, y: 150 })?.name).toBe("small");
    expect(areaAt([large, small], { x: 50, y: 50 })?.name).toBe("large");
    expect(areaAt([large, small], { x: 700, y: 50 })).toBeUndefined();
  });

  it("names whoever stands over another once, however many it stands over", () => {
    const over = (name: string, x: number) => ({ name, x, y: 0, width: 200, height: 100 });
    const areas = [over("apart", 800), over("left", 0), over("middle", 100), over("right", 250)];
    expect(overlapping(areas).map(({ name }) => name)).toEqual(["left", "middle", "right"]);
    expect(overlapping([over("apart", 800), over("beside", 600)])).toEqual([]);
  });

  it("keeps a rectangle on the plane and its grid however far it is pulled", () => {
    expect(fitted({ x: -40, y: 996, width: 203, height: 5 })).toEqual({
      x: 0,
      y: 940,
      width: 200,
      height: 60,
    });
    expect(fitted({ x: 10, y: 10, width: 5000, height: 5000 })).toEqual({
      ...{ x: 0, y: 0, width: plane, height: plane },
    });
    const over = placeAreaForm.safeParse({
      community: "a",
      version: 0,
      x: 800,
      y: 0,
      width: 300,
      height: 100,
    });
    expect(over.error?.issues).toMatchObject([{ path: ["width"], message: "sketch.error.outside" }]);
  });

  it("reads a place as it is written, and no other text", () => {
    expect(readSpot(" 412，230 ")).toEqual({ x: 412, y: 230 });
    for (const text of ["", "412", "412,", "-1,5", "1001,5", "1.5,2", "a,b", null])
      expect(readSpot(text)).toBeUndefined();
    expect(spotIfAny().parse("0412, 7")).toBe("412,7");
    expect(spotIfAny().parse("")).toBeNull();
    expect(spotIfAny().safeParse("9999,1").error?.issues[0]?.message).toBe("sketch.error.spot");
  });

  it("writes names into rectangles, broken where they are too long, Chinese and English", () => {
    expect(nameIn("国顺", { width: 300, height: 300 }).lines).toEqual(["国顺"]);
    const long = nameIn("Guoshun Road Residential Community", { width: 200, height: 200 });
    expect(long.lines.length).toBeGreaterThan(1);
    expect(long.lines.join(" ")).toBe("Guoshun Road Residential Community");
  });
});
