import { expect, it } from "vitest";
import { chance, dealt } from "../../builders/chance";

it("everything is dealt before anything comes again, in no order of its own", () => {
  const list = Array.from({ length: 50 }, (_, at) => at);
  const deal = dealt(chance(7), list);
  const round = () => list.map(() => deal.next().value);
  const [first, second] = [round(), round()];
  expect(new Set(first).size).toBe(list.length);
  expect(new Set(second).size).toBe(list.length);
  expect(first).not.toEqual(list);
  expect(second).not.toEqual(first);
});
