import { Worker } from "node:worker_threads";
import type { Lag } from "../../bench";

// A thread that does nothing but wait: what makes it late is not what is measured.
const program = `
  const { monitorEventLoopDelay } = require("node:perf_hooks");
  const { parentPort } = require("node:worker_threads");
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  parentPort.once("message", () => {
    delay.disable();
    parentPort.postMessage({ p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 });
    parentPort.close();
  });
`;

/** Begins to watch how late the machine itself is; the answer ends it and tells. */
export function watchMachine(): () => Promise<Lag> {
  const thread = new Worker(program, { eval: true });
  return () =>
    new Promise((resolve, reject) => {
      thread.once("message", resolve);
      thread.once("error", reject);
      thread.postMessage("end");
    });
}
