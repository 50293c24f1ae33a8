import { hasReached, type Stage } from "~/meeting/kind/stage";

/** How many of a plan's days were held, of all that are planned. */
export interface HeldOfPlanned {
  held: number;
  planned: number;
}

/** True once the session of a day has been opened. */
export const wasHeld = ({ stage }: { stage: Stage }): boolean => hasReached(stage, "inSession");

/** Counts the days of a plan that were held; one that was cancelled stays planned and not held. */
export function heldOfPlanned(days: readonly { stage: Stage }[]): HeldOfPlanned {
  return { held: days.filter(wasHeld).length, planned: days.length };
}
