import { afterEach, beforeEach, expect, vi } from "vitest";
import { watchNesting } from "~db/writeLock";

watchNesting();

// A warning on the console is a defect that a person would meet; a test that expects one says so
// with its own spy.
beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  const spy = vi.mocked(console.error);
  if (vi.isMockFunction(console.error)) expect(spy.mock.calls, "unexpected console.error").toEqual([]);
  vi.restoreAllMocks();
});
