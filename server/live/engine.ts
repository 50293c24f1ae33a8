import type { Limits } from "./limits";
import type { LiveLog } from "./logger";
import type { LiveCounters } from "./stats";

/** What every part of the engine is given. */
export interface Engine {
  limits: Limits;
  log: LiveLog;
  counters: LiveCounters;
  now(): Date;
}

/** The instant as it is stored. */
export function stamp(engine: Engine): string {
  return engine.now().toISOString();
}
