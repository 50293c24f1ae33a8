import { expect, it } from "vitest";
import { pauseAfter } from "~/ledger/step";

it("pauses grow from a second to hours, and end within two days", () => {
  const pauses: number[] = [];
  for (let attempts = 1; pauseAfter(attempts) !== null; attempts++) pauses.push(pauseAfter(attempts)!);
  expect(pauses[0]).toBe(1);
  expect(pauses).toEqual(pauses.toSorted((one, other) => one - other));
  const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3600;
  expect(hours).toBeGreaterThan(12);
  expect(hours).toBeLessThan(48);
});
