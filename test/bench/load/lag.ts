import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Lag } from "../bench";

const resolution = 1;

/** Watches how late this process is; the returned function tells. */
export function watchLag(): () => Lag {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  return () => {
    delay.disable();
    const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution);
    return { p99: late(delay.percentile(99)), max: late(delay.max) };
  };
}
