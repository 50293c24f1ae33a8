import { describe, expect, it } from "vitest";
import { neighbours, nextUnstated, progressOf } from "~/meeting/lookback/nextToState";
import { daysOf, placeOf, timeScale } from "~/task/list/timetable";

describe("the scale of the timetable", () => {
  it("covers whole months, from the first day drawn to the last, and today", () => {
    const scale = timeScale(["2026-11-05", "2027-01-10"], "2026-10-20");
    expect(scale.from).toBe("2026-10-01");
    expect(scale.months.map((month) => month.month)).toEqual(["2026-10", "2026-11", "2026-12", "2027-01"]);
    const last = scale.months.at(-1)!;
    expect(last.x + last.width).toBeCloseTo(scale.width, 0);
  });

  it("is at least three months wide, and a long one is not squeezed", () => {
    expect(timeScale([], "2026-10-20").months).toHaveLength(3);
    const long = timeScale(["2024-01-01", "2026-12-31"], "2026-10-20");
    expect(long.pixelsPerDay).toBe(2.5);
    expect(long.width).toBeGreaterThan(2000);
  });

  it("is not stretched by a day that lies ages off: that stands at its edge", () => {
    const scale = timeScale(["1900-01-01", "2026-11-05", "2199-12-31"], "2026-10-20");
    expect(scale.months).toHaveLength(61);
    expect(placeOf(scale, "2199-12-31")).toBe(scale.width);
    expect(placeOf(scale, "1900-01-01")).toBe(0);
  });

  it("puts later days further to the right, evenly", () => {
    const scale = timeScale(["2026-11-05"], "2026-11-20");
    const [first, second, third] = ["2026-11-05", "2026-11-06", "2026-11-08"].map((day) =>
      placeOf(scale, day),
    );
    expect(second! - first!).toBeCloseTo(scale.pixelsPerDay, 0);
    expect(third! - second!).toBeCloseTo(2 * scale.pixelsPerDay, 0);
  });

  it("makes room for the day on which a late task was solved", () => {
    const task = { dispatchedOn: "2026-08-01", originalDueDate: "2026-09-01", dueDate: "2026-09-20" };
    expect(daysOf({ ...task, solvedOn: null })).toEqual(["2026-08-01", "2026-09-01", "2026-09-21"]);
    expect(daysOf({ ...task, solvedOn: "2026-11-30" }).at(-1)).toBe("2026-12-01");
  });
});

describe("walking through a look-back", () => {
  const steps = [
    { number: "1", statement: null },
    { number: "2", statement: { statement: "onTrack" } },
    { number: "3", statement: null },
  ];

  it("leafs to both sides and stops at the ends", () => {
    expect(neighbours(steps, "2")).toEqual({ previous: "1", next: "3" });
    expect(neighbours(steps, "1").previous).toBeUndefined();
    expect(neighbours(steps, "3").next).toBeUndefined();
    expect(neighbours(steps, "unknown")).toEqual({});
  });

  it("goes on to the next without a statement, from the start again at the end", () => {
    expect(nextUnstated(steps, "1")).toBe("3");
    expect(nextUnstated(steps, "2")).toBe("3");
    expect(nextUnstated(steps, "3")).toBe("1");
    const last = steps.map((step) => (step.number === "3" ? step : { ...step, statement: "said" }));
    expect(nextUnstated(last, "3")).toBeUndefined();
  });

  it("counts", () => {
    expect(progressOf(steps)).toEqual({ stated: 1, called: 3 });
  });
});
