import { describe, expect, it } from "vitest";
import { isShortened, plainNumber } from "~/problem/import/numbers";

describe("numbers of an imported file", () => {
  it.each([
    ["2.0260106001E10", "20260106001"],
    ["3.10110202601060012E17", "310110202601060012"],
    ["2E5", "200000"],
    ["1.25e1", "12.5"],
    ["12.0", "12"],
    ["20260106001", "20260106001"],
    ["E12", "E12"],
    ["HT-2E10", "HT-2E10"],
  ])("writes %s as %s", (text, plain) => {
    expect(plainNumber(text)).toBe(plain);
  });

  it("knows a number that was shortened when it was saved as text", () => {
    expect(["2.02601E+10", "2.0260106001E10", "20260106001", "2.026010E+06"].map(isShortened)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
