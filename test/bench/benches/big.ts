import { cpSync } from "node:fs";
import { atMost, type Bench, type Measured } from "../bench";
import { type ContestantName, contestants } from "../contestant";
import type { Options } from "../options";

const folders = new Map<ContestantName, string>();
const people = 20;

// The trace is written much faster than anybody types.
const feedingLimits = { framesPerSecond: 1e6, frameBurst: 1e6, bytesPerSecond: 1e9, idle: 500 };

const orderOf = (contestant: ContestantName, port: number, { trace, quick }: Options) => ({
  ...{ contestant, port, trace, people },
  steps: quick ? 30_000 : 1e9,
});

/** `live:big`: coming into a room with a very long record. */
export const big: Bench = {
  name: "live:big",
  about: "a record of 260,000 keystrokes: first sync cold and warm, 20 people joining at once",
  columns: [
    { figure: "cold", title: "cold ms", digits: 1 },
    { figure: "warm", title: "warm ms", digits: 1 },
    { figure: "coldToWarm", title: "cold/warm", digits: 2 },
    { figure: "crowd", title: "20 at once ms", digits: 1 },
    { figure: "bytes", title: "bytes" },
  ],
  cases: ({ trace }) => [{ trace: trace ? "given" : "generated" }],
  async prepare(stage, options) {
    for (const contestant of contestants) {
      if (options.only && !options.only.includes(contestant)) continue;
      const folder = stage.freshFolder();
      const server = await stage.server(contestant, { folder, limits: feedingLimits });
      const load = stage.load(() => server);
      await load.line.call("feed", orderOf(contestant, server.port, options), 600_000);
      // Long enough for those who store with delay.
      for (let attempt = 0; attempt < 60 && (await server.figures()).rooms > 0; attempt++) {
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      await load.stop();
      await server.stop();
      await stage.clear();
      folders.set(contestant, folder);
    }
  },
  async measure(stage, contestant, _setting, options) {
    const folder = stage.freshFolder();
    cpSync(folders.get(contestant) as string, folder, { recursive: true });
    const server = await stage.server(contestant, { folder });
    const load = stage.load(() => server);
    const order = orderOf(contestant, server.port, options);
    const measured = await load.line.call<Measured>("visitBig", order, 300_000);
    await load.stop();
    await server.stop();
    return measured;
  },
  judge(_setting, results) {
    return [
      atMost("warm ≤ 1.2 × the better peer's", 1.2 * results.betterPeer("warm"), results.ours("warm")),
      atMost("cold ≤ 2 × warm", 2 * results.ours("warm"), results.ours("cold")),
      atMost(
        "20 at once ≤ 1.2 × the better peer's",
        1.2 * results.betterPeer("crowd"),
        results.ours("crowd"),
      ),
    ];
  },
};
