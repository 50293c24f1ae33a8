import { atMost, type Bench } from "../bench";
import type { TypingReport } from "../load/typing";

/** `live:typing`: N people × 2 edits a second in one room. */
export const typing: Bench = {
  name: "live:typing",
  about: "N people × 2 edits/s in one room: from sending to arriving at another person, nothing missing",
  columns: [
    { figure: "p50", title: "p50 ms", digits: 1 },
    { figure: "p99", title: "p99 ms", digits: 1 },
    { figure: "ownP99", title: "own p99 ms", digits: 1 },
    { figure: "missing", title: "missing" },
    { figure: "cpuPerDelivery", title: "CPU µs/delivery", digits: 2 },
  ],
  cases: ({ people, quick }) =>
    (people ?? (quick ? [10, 50] : [10, 50, 100, 200])).map((one) => ({ people: one })),
  async measure(stage, contestant, { people }, { quick }) {
    const server = await stage.server(contestant);
    const load = stage.load(() => server);
    const order = {
      ...{ contestant, port: server.port, people, editsPerSecond: 2 },
      ...{ warmUp: quick ? 2 : 4, measured: quick ? 3 : 10, patience: 10_000 },
    };
    const report = await load.line.call<TypingReport>("typing", order, 120_000);
    await load.stop();
    await server.stop();
    return report;
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
