import type { z } from "zod";

/** A kind of work that follows a commit: its name in the outbox, and what it has to know. */
export interface Step<P> {
  kind: string;
  payload: z.ZodType<P>;
  /** Steps of one kind about one subject are done in the order in which they were written. */
  subject(payload: P): string;
  /** Whoever causes it waits for the first attempt, because the next page they see depends on it. */
  waited?: boolean;
}

// Seconds: a busy room is free again at once, a mail server in the course of the day.
const pauses = [1, 5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800];

/**
 * The pause after an attempt that failed, in seconds; null when it was the last one and the step is given up.
 * @param attempts so far, the failed one included
 */
export function pauseAfter(attempts: number): number | null {
  return pauses[attempts - 1] ?? null;
}
