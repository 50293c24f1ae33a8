import { cpSync } from "node:fs";
import { atMost, type Bench, type Measured } from "../bench";
import type { Multiplied } from "../load/workCount";
import type { Stage } from "../stage";

let demo = "";
const sizes = { full: 200_000, quick: 20_000 };

async function order<T>(stage: Stage, method: string, argument: object): Promise<T> {
  const worker = stage.load(() => {
    throw new Error("no server runs here");
  });
  const answer = await worker.line.call<T>(method, argument, 600_000);
  await worker.stop();
  return answer;
}

/** `work:count`: what the number beside "My work" costs on each page. */
export const workCount: Bench = {
  name: "work:count",
  about: 'the number beside "My work": the demo district, and the same with 200,000 tasks, in turns',
  alone: true,
  columns: [
    { figure: "demo", title: "demo ms", digits: 2 },
    { figure: "many", title: "many ms", digits: 2 },
    { figure: "ratio", title: "many/demo", digits: 2 },
    { figure: "slowestDemo", title: "slowest post: demo ms", digits: 2 },
    { figure: "slowestMany", title: "many ms", digits: 2 },
    { figure: "slowestRatio", title: "many/demo", digits: 2 },
  ],
  cases: ({ quick }) =>
    (["what is done", "every state"] satisfies Multiplied[]).map((of) => ({
      tasks: quick ? sizes.quick : sizes.full,
      of,
    })),
  async prepare(stage) {
    demo = stage.freshFolder();
    await order(stage, "seedWork", { folder: demo });
  },
  async measure(stage, _contestant, setting) {
    const big = stage.freshFolder();
    cpSync(demo, big, { recursive: true });
    await order(stage, "multiplyWork", { ...setting, folder: big });
    return order<Measured>(stage, "countWork", { small: demo, big });
  },
  judge({ of }, results) {
    // Where nothing is ever finished, every post has as many lines as are read.
    const most = of === "what is done" ? 1.5 : 5;
    return [
      atMost(`many ≤ ${most} × the demo`, most * results.ours("demo"), results.ours("many")),
      atMost(
        `the slowest post: many ≤ ${most} × the demo`,
        most * results.ours("slowestDemo"),
        results.ours("slowestMany"),
      ),
    ];
  },
};
