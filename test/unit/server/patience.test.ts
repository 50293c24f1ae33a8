import { expect, it, vi } from "vitest";
import { beginPatience } from "~/patience.server";

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Lets the whole process stand still, as a machine does that has too much to do. */
function standStill(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

it("a time in which the process stood still does not end the patience, and others do", async () => {
  const giveUp = vi.fn();
  beginPatience(10, 5, giveUp);
  standStill(200);
  await turn();
  await turn();
  expect(giveUp).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(giveUp).toHaveBeenCalledOnce());
});

it("nothing is given up once the waiting has ended", async () => {
  const giveUp = vi.fn();
  const end = beginPatience(1, 1, giveUp);
  end();
  const later = vi.fn();
  beginPatience(3, 1, later);
  await vi.waitFor(() => expect(later).toHaveBeenCalled());
  expect(giveUp).not.toHaveBeenCalled();
});
