import { beforeAll, describe, expect, it } from "vitest";
import { listSketch } from "~/problem/fact/listSketch.server";
import { addProblem } from "~/problem/list/addProblem.server";
import { editProblem } from "~/problem/list/editProblem.server";
import { showProblem } from "~/problem/page/showProblem.server";
import { placeArea, resetSketch } from "~/unit/sketch/arrangeSketch.server";
import { showSketch } from "~/unit/sketch/showSketch.server";
import { withDatabase } from "../../builders/database";
import { type SmallDistrict, smallDistrict, someInstant } from "../../builders/district";
import { completeProblem, listedProblem, someDay } from "../../builders/problem";
import { mustSucceed } from "../../builders/result";

withDatabase();
const month = "2026-12";
let district: SmallDistrict;

beforeAll(async () => {
  district = await smallDistrict();
  await someDay(district, month, "collecting");
});

const as = (account: string) => district.actors[account]!;
const where = { x: 100, y: 200, width: 300, height: 400 };
const place = (account: string, version: number, more = {}) =>
  placeArea(as(account), { street: "east", community: "east-lane", version, ...where, ...more }, someInstant);

describe("the sketch of a street", () => {
  it("stands in a grid until its street, the office or the administrator arranges it, and nobody else", async () => {
    const before = (await showSketch(as("dept-works"), "east"))!;
    expect(before).toMatchObject({ version: 0, can: { arrange: false } });
    expect(before.areas.map(({ slug }) => slug)).toContain("east-lane");
    for (const account of ["street-west", "community-east", "dept-works", "leader"])
      expect(await place(account, 0)).toMatchObject({ refusal: { code: "notAllowed" } });
    mustSucceed(await place("street-east", 0));
    const after = (await showSketch(as("street-east"), "east"))!;
    expect(after.version).toBe(1);
    expect(after.areas.find(({ slug }) => slug === "east-lane")).toMatchObject(where);
    expect(await showSketch(as("office"), "works")).toBeNull();
  });

  it("writes over nothing that somebody else has moved meanwhile, and is no place for another street's", async () => {
    expect(await place("office", 0)).toMatchObject({ refusal: { code: "changedMeanwhile" } });
    expect(await place("office", 1, { community: "west-lane" })).toMatchObject({
      refusal: { code: "notFound" },
    });
    mustSucceed(await place("office", 1, { x: 600 }));
  });

  it("goes back to the grid, and places of problems stay", async () => {
    const { number } = await listedProblem(
      ...([district, "street-east", month] as const),
      completeProblem(district, { spot: "150, 250" }),
    );
    mustSucceed(await resetSketch(as("street-east"), { street: "east" }, someInstant));
    expect((await showProblem(as("street-east"), number))!.problem.spot).toBe("150,250");
    expect((await showProblem(as("street-east"), number))!.sketch!.length).toBeGreaterThan(0);
    expect((await listSketch(as("street-east"), { month, street: "east" }))!.problems).toMatchObject([
      { number, spot: "150,250" },
    ]);
    expect(await listSketch(as("street-west"), { month, street: "east" })).toBeNull();
    expect((await listSketch(as("office"), { month, street: "east" }))!.problems).toEqual([]);
    mustSucceed(await editProblem(as("street-east"), { number, spot: "" }, someInstant));
    expect((await showProblem(as("street-east"), number))!.sketch).toBeNull();
  });

  it("takes no place that is none", async () => {
    const given = { ...completeProblem(district, { spot: "1200,3" }), title: "别的", month };
    expect(await addProblem(as("street-east"), given, someInstant)).toMatchObject({
      refusal: { code: "invalid", field: "spot" },
    });
  });
});
