import { setImmediate as turn } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { DoorQueue } from "~server/http/doorQueue";

it("lets so many in at a time, in their order, and one more for each who leaves", async () => {
  const queue = new DoorQueue(2, 60_000);
  const inside: number[] = [];
  const leaving = [1, 2, 3, 4].map(async (who) => {
    const leave = await queue.enter();
    inside.push(who);
    return leave;
  });
  await turn();
  expect(inside).toEqual([1, 2]);
  const first = await leaving[0]!;
  first();
  // Whoever leaves twice gives one place.
  first();
  await turn();
  await turn();
  expect(inside).toEqual([1, 2, 3]);
  (await leaving[1]!)();
  (await leaving[2]!)();
  (await leaving[3]!)();
  const next = await queue.enter();
  expect(inside).toEqual([1, 2, 3, 4]);
  next();
});

it("gives a place on when its time is over, also to whoever waits", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const queue = new DoorQueue(1, 50);
  await queue.enter();
  const second = vi.fn();
  void queue.enter().then(second);
  await turn();
  expect(second).not.toHaveBeenCalled();
  vi.advanceTimersByTime(50);
  await turn();
  await turn();
  expect(second).toHaveBeenCalled();
  vi.useRealTimers();
});
