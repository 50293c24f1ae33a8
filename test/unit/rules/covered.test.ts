import { expect, it } from "vitest";
import { openingCovered } from "~/meeting/stage/openingDepartures";
import { coveredBy } from "~/rules/covered";

it("tells whoever approves a deviation what exactly it would be", () => {
  expect(coveredBy("publishAgenda", "9")).toEqual([{ what: "topics", count: 9 }]);
  expect(coveredBy("publishAgenda", "9 unapproved")).toEqual([
    { what: "topics", count: 9 },
    { what: "unapproved" },
  ]);
  const opening = openingCovered(["unpublished", "otherDay"], "2026-12-01T01:00:00.000Z");
  expect(coveredBy("openSession", opening)).toEqual([
    { what: "otherDay", day: "2026-12-01" },
    { what: "unpublished", day: "2026-12-01" },
  ]);
  expect(coveredBy("adoptPlan", "2027-01-23 host workingDay")).toEqual([
    { what: "workingDay", day: "2027-01-23" },
  ]);
  expect(coveredBy("closeWindow", "")).toEqual([]);
});
