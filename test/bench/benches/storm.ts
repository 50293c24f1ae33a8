import { atMost, type Bench, type Measured } from "../bench";
import { pinned } from "../child";
import { freePort } from "../contestant";

/** `web:storm`: what everybody else notices while somebody does their worst. */
export const storm: Bench = {
  name: "web:storm",
  about:
    "/desk of somebody and live typing of two others: quiet, and while hostile forms, files and requests come",
  alone: true,
  repeats: 3,
  columns: [
    { figure: "deskQuietP99", title: "/desk quiet p99 ms" },
    { figure: "deskStormP50", title: "storm p50" },
    { figure: "deskStormP95", title: "p95" },
    { figure: "deskStormP99", title: "p99" },
    { figure: "deskRatio", title: "p99 storm/quiet", digits: 1 },
    { figure: "typingQuietP99", title: "typing quiet p99 ms", digits: 1 },
    { figure: "typingStormP50", title: "storm p50", digits: 1 },
    { figure: "typingStormP95", title: "p95", digits: 1 },
    { figure: "typingStormP99", title: "p99", digits: 1 },
    { figure: "typingRatio", title: "p99 storm/quiet", digits: 1 },
    { figure: "attacks", title: "attacks" },
    { figure: "faults", title: "5xx" },
  ],
  cases: ({ quick }) => [{ seconds: quick ? 10 : 40 }],
  async measure(stage, _contestant, { seconds }, options) {
    const order = { folder: stage.freshFolder(), port: await freePort(), seconds, profile: options.profile };
    const judge = stage.load(noServer);
    const attacker = stage.load(noServer);
    const served = await judge.line.call<{ attack: object }>(
      "serveWorld",
      { ...order, core: pinned.server },
      300_000,
    );
    const quiet = await judge.line.call<Record<string, number>>(
      "watchDesk",
      { seconds: Number(seconds) / 2 },
      300_000,
    );
    const attacking = attacker.line.call<Record<string, number>>(
      "attack",
      { ...served.attack, seconds },
      600_000,
    );
    const stormy = await judge.line.call<Record<string, number>>("watchDesk", { seconds }, 600_000);
    const attacks = await attacking;
    await judge.line.call("endWorld", null, 60_000);
    await judge.stop();
    await attacker.stop();
    return { figures: figuresOf(quiet, stormy, attacks), lag: null } satisfies Measured;
  },
  judge(_setting, results) {
    return [
      atMost("/desk within 200 ms at p99 while the storm lasts", 200, results.ours("deskStormP99")),
      atMost("typing within 50 ms at p99 while the storm lasts", 50, results.ours("typingStormP99")),
      atMost("no answer is a fault", 0, results.ours("faults")),
    ];
  },
};

function noServer(): never {
  throw new Error("the server is asked by itself");
}

function figuresOf(
  quiet: Record<string, number>,
  stormy: Record<string, number>,
  attacks: Record<string, number>,
) {
  const named = (when: string, figures: Record<string, number>) =>
    Object.entries(figures).map(([name, value]) => [name.replace(/(?=P\d)/, when), value]);
  return {
    ...Object.fromEntries([...named("Quiet", quiet), ...named("Storm", stormy)]),
    deskRatio: stormy.deskP99! / quiet.deskP99!,
    typingRatio: stormy.typingP99! / quiet.typingP99!,
    ...attacks,
  };
}
