import { describe, expect, it } from "vitest";
import { openingDepartures } from "~/meeting/stage/openingDepartures";

const day = {
  kind: "consultationDay" as const,
  date: "2026-11-20",
  agendaPublishedAt: "2026-11-17T09:40:00.000Z",
};

describe("opening a session", () => {
  it.each([
    ["2026-11-20T01:00:00.000Z", []],
    // Half past midnight, and the last minute of the day, where the district is.
    ["2026-11-19T16:30:00.000Z", []],
    ["2026-11-20T15:59:00.000Z", []],
    ["2026-11-19T15:59:00.000Z", ["otherDay"]],
    ["2026-11-20T16:00:00.000Z", ["otherDay"]],
    ["2027-11-20T01:00:00.000Z", ["otherDay"]],
  ])("at %s departs in %j", (now, departures) => {
    expect(openingDepartures(day, now)).toEqual(departures);
  });

  it("departs where the agenda was never published, too", () => {
    const never = { ...day, agendaPublishedAt: null };
    expect(openingDepartures(never, "2026-11-20T01:00:00.000Z")).toEqual(["unpublished"]);
    expect(openingDepartures(never, "2026-11-21T01:00:00.000Z")).toEqual(["unpublished", "otherDay"]);
  });
});

it("a weekly meeting publishes no agenda ahead, and departs from nothing without one", () => {
  const weekly = { ...day, kind: "weekly" as const, agendaPublishedAt: null };
  expect(openingDepartures(weekly, "2026-11-20T01:00:00.000Z")).toEqual([]);
});
