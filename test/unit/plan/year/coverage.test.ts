import { expect, it } from "vitest";
import { coverageOf, monthsBetween } from "~/plan/year/coverage";

const hosted = [
  { month: "2025-11", hostStreetId: "a" },
  { month: "2026-09", hostStreetId: "b" },
  { month: "2027-02", hostStreetId: "a" },
];

it("counts the months since a street hosted, and finds its next turn", () => {
  expect(coverageOf("a", hosted, "2026-11")).toEqual({ last: "2025-11", next: "2027-02", monthsSince: 12 });
  expect(coverageOf("b", hosted, "2026-09")).toEqual({ last: "2026-09", next: null, monthsSince: 0 });
  expect(coverageOf("c", hosted, "2026-11")).toEqual({ last: null, next: null, monthsSince: null });
});

it("counts months over the turn of a year", () => {
  expect(monthsBetween("2025-11", "2026-02")).toBe(3);
});
