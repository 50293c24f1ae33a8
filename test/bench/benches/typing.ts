import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { atMost, type Bench } from "../bench";
import type { TypingReport } from "../load/typing";
import { quantile } from "../statistics";

/** `live:typing`: N people × 2 edits a second in one room. */
export const typing: Bench = {
  name: "live:typing",
  about: "N people × 2 edits/s in one room: from sending to arriving at another person, nothing missing",
  withFloor: true,
  columns: [
    { figure: "p50", title: "p50 ms", digits: 1 },
    { figure: "p99", title: "p99 ms", digits: 1 },
    { figure: "ownP99", title: "own p99 ms", digits: 1 },
    { figure: "missing", title: "missing" },
    { figure: "cpuPerDelivery", title: "CPU µs/delivery", digits: 2 },
    { figure: "flushP99", title: "disk flush p99 ms", digits: 1 },
  ],
  cases: ({ people, quick }) =>
    (people ?? (quick ? [10, 50] : [10, 50, 100, 200])).map((one) => ({ people: one })),
  async measure(stage, contestant, { people }, { quick }) {
    const flush = flushTimes(stage.freshFolder());
    const server = await stage.server(contestant);
    const load = stage.load(() => server);
    const order = {
      ...{ contestant, port: server.port, people, editsPerSecond: 2 },
      // Before so many edits V8 is still compiling, on the one core that the server has.
      ...{ warmUp: quick ? 600 : 18_000, settling: quick ? 2 : 8 },
      ...{ measured: quick ? 3 : 10, patience: 10_000 },
    };
    const report = await load.line.call<TypingReport>("typing", order, 180_000);
    await load.stop();
    await server.stop();
    return { ...report, figures: { ...report.figures, ...flush } };
  },
  judge({ people }, results) {
    const number = Number(people);
    const against = (figure: string, must: string, more = 0) =>
      atMost(must, results.betterPeer(figure) + more, results.ours(figure));
    return [
      ...(number >= 50
        ? [against("p99", "p99 ≤ the better peer's, everything committed before it is sent")]
        : []),
      ...(number === 10 ? [against("p50", "p50 ≤ the better peer's + 5 ms", 5)] : []),
      ...(number >= 200 ? [atMost("all delivered", 0, results.ours("missing"))] : []),
      against("cpuPerDelivery", "CPU per delivery ≤ the better peer's"),
    ];
  },
};

/** How long the disk itself takes to make a page safe: whoever commits before sending cannot be faster. */
function flushTimes(folder: string): { flushP50: number; flushP99: number } {
  const file = openSync(join(folder, "flush"), "w");
  const page = Buffer.alloc(4_096);
  const times = Float64Array.from({ length: 100 }, () => {
    const start = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    return performance.now() - start;
  }).sort();
  closeSync(file);
  return { flushP50: quantile(times, 0.5), flushP99: quantile(times, 0.99) };
}
