import { expect, test } from "vitest";
import { type ArrangedDay, changesOf } from "~/plan/askedChange";

const day: ArrangedDay = {
  ...{ date: "2026-04-20", hostStreetId: "east", chairPostId: null },
  ...{ windowOpensOn: "2026-04-01", windowClosesOn: "2026-04-10", joiningStreetIds: ["north", "west"] },
};
const asked = (covers: object) => changesOf({ occasion: "changeDay", covers: JSON.stringify(covers) }, day);

test("a request says only what would be another: the day, the chair, the streets that join, in whatever order", () => {
  const same = { ...day, chairPostId: "", joiningStreetIds: ["west", "north"] };
  expect(asked(same)).toEqual([]);
  expect(asked({ ...same, date: "2026-04-23", chairPostId: "leader", joiningStreetIds: ["west"] })).toEqual([
    { field: "date", from: ["2026-04-20"], to: ["2026-04-23"] },
    { field: "chairPostId", from: [], to: ["leader"] },
    { field: "joiningStreetIds", from: ["north", "west"], to: ["west"] },
  ]);
});

test("a request to open the window again says until when", () => {
  expect(changesOf({ occasion: "reopenWindow", covers: "2026-04-15" }, day)).toEqual([
    { field: "windowClosesOn", from: ["2026-04-10"], to: ["2026-04-15"] },
  ]);
});

test("what cannot be read changes nothing that is shown", () => {
  expect(changesOf({ occasion: "changeDay", covers: "{" }, day).every(({ to }) => to.length === 0)).toBe(
    true,
  );
  expect(changesOf({ occasion: "openSession", covers: "2026-04-20 otherDay" }, day)).toEqual([]);
});
