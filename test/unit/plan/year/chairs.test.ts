import { describe, expect, it } from "vitest";
import { isBlocked, proposeChairs } from "~/plan/year/chairs";

const days = ["2027-01-20", "2027-02-19", "2027-03-19", "2027-04-20"];
const blocked = [{ postId: "b", fromDay: "2027-02-15", toDay: "2027-02-19" }];

describe("who takes the chair", () => {
  it("is each in turn", () => {
    expect(proposeChairs(days, ["a", "b", "c"], [])).toEqual(["a", "b", "c", "a"]);
    expect(proposeChairs(days, [], [])).toEqual(["", "", "", ""]);
  });

  it("is the next one where somebody cannot, who then goes first", () => {
    expect(proposeChairs(days, ["a", "b", "c"], blocked)).toEqual(["a", "c", "b", "a"]);
  });

  it("is whose turn it is where nobody can", () => {
    expect(proposeChairs(days, ["b"], blocked)).toEqual(["b", "b", "b", "b"]);
  });
});

it("blocks from the first to the last day", () => {
  const on = (day: string) => isBlocked(blocked, "b", day);
  expect(["2027-02-14", "2027-02-15", "2027-02-19", "2027-02-20"].map(on)).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(isBlocked(blocked, "a", "2027-02-15")).toBe(false);
  expect(isBlocked(blocked, null, "2027-02-15")).toBe(false);
});
