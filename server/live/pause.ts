/** Resolves after so many milliseconds; for less than one, at the end of this turn of the event loop. */
export function pause(milliseconds: number): Promise<void> {
  if (milliseconds < 1) return new Promise((resolve) => setImmediate(resolve));
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
