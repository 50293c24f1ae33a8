import { expect, it } from "vitest";
import { divisionOf } from "~/meeting/papers/division";
import { adopted, decided, unitName } from "../../builders/paper";

it("says of every unit what it leads and what it helps with, matter by matter", () => {
  const water = { leadUnitId: "water", lead: unitName("区水务局"), assistingUnitIds: [], assisting: [] };
  const topics = [decided("甲", { resolutions: [adopted(1), adopted(2, water)] })];
  expect(divisionOf({ topics }).rows).toEqual([
    { unit: unitName("区建管委"), parts: ["leads", null], leads: 1, assists: 0 },
    { unit: unitName("区水务局"), parts: ["assists", "leads"], leads: 1, assists: 1 },
  ]);
  expect(divisionOf({ topics: [] }).rows).toEqual([]);
});
