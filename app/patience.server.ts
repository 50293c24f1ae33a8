/**
 * Calls `giveUp` after so many steps of time in which the process could work. A wait during which it stood still, on a
 * machine that does too much, counts as one step: whoever waits has not had a turn meanwhile either.
 * @param step in milliseconds
 * @returns what ends the waiting
 */
export function beginPatience(steps: number, step: number, giveUp: () => void): () => void {
  let left = steps;
  const timer = setInterval(() => {
    left -= 1;
    if (left > 0) return;
    clearInterval(timer);
    giveUp();
  }, step);
  timer.unref();
  return () => clearInterval(timer);
}
