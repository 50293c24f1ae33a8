import type { Limits } from "./limits";
import type { LiveLogger } from "./logger";
import type { LiveCounters } from "./stats";

/** What every part of the engine is given. */
export interface Engine {
  limits: Limits;
  log: LiveLogger;
  counters: LiveCounters;
  now(): Date;
}

/** Answers the instant as it is stored. */
export function stamp(engine: Engine): string {
  return engine.now().toISOString();
}
