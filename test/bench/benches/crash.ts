import { atMost, type Bench } from "../bench";
import { freePort } from "../contestant";
import { randomOf } from "../statistics";

const people = 10;
// So that the end also comes in the middle of compactions.
const limits = { compactBusy: 200 };

interface Verified {
  acknowledged: number;
  seen: number;
  missing: number;
  garbled: number;
}

/** `live:crash`: is what somebody saw still there after the process was killed. */
export const crash: Bench = {
  name: "live:crash",
  about:
    "kill -9 while 10 people type, clients dying too: edits acknowledged or seen, and missing afterwards",
  repeats: 1,
  columns: [
    { figure: "acknowledged", title: "acknowledged" },
    { figure: "seen", title: "acknowledged or seen" },
    { figure: "missing", title: "missing" },
    { figure: "garbled", title: "garbled paragraphs" },
  ],
  cases: ({ quick }) => [{ rounds: quick ? 5 : 20 }],
  async measure(stage, contestant, { rounds }) {
    const folder = stage.freshFolder();
    const port = await freePort();
    const random = randomOf(Number(rounds));
    let server = await stage.server(contestant, { folder, port, limits });
    const load = stage.load(() => server);
    const figures = { acknowledged: 0, seen: 0, missing: 0, garbled: 0 };
    for (let round = 0; round < Number(rounds); round++) {
      const order = { contestant, port, people, rounds: Number(rounds), round, editsPerSecond: 10 };
      await load.line.call("typeUntilKilled", order);
      await new Promise((resolve) => setTimeout(resolve, 200 + random() * 2_500));
      await server.kill();
      await load.line.call("killed");
      server = await stage.server(contestant, { folder, port, limits });
      const verified = await load.line.call<Verified>("verify", order);
      for (const name of Object.keys(figures) as (keyof Verified)[]) figures[name] += verified[name];
    }
    await load.stop();
    await server.stop();
    return { figures, lag: null };
  },
  judge(_setting, results) {
    return [
      atMost("acknowledged or seen, and missing: none", 0, results.ours("missing")),
      atMost("no paragraph garbled", 0, results.ours("garbled")),
    ];
  },
};
