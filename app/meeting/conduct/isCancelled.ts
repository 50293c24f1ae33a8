import type { Stage } from "~/meeting/kind/stage";

/** Whether a meeting was called off: it is not held, and those who were called are to know. */
export function isCancelled({ stage }: { stage: Stage }): boolean {
  return stage === "cancelled";
}
