import { atMost, type Bench, type Judgement, type Measured } from "../bench";
import others from "../similar/otherMatters.json";
import pairs from "../similar/samePairs.json";
import type { Stage } from "../stage";

let filled = "";
const sizes = { full: 1_000_000, quick: 20_000 };

// Not pinned: the thread that reads has a core of its own where the machine has two, as beside a server.
async function order<T>(stage: Stage, method: string, argument: object): Promise<T> {
  const worker = stage.reader();
  const answer = await worker.line.call<T>(method, argument, 3_600_000);
  await worker.stop();
  return answer;
}

/** `similar:speed`: how long somebody waits for the problems like one, and everybody else meanwhile. */
export const similarSpeed: Bench = {
  name: "similar:speed",
  about: "the ten most similar of 1,000,000 problems, and how long the thread that serves is held meanwhile",
  alone: true,
  columns: [
    { figure: "cold", title: "first ms" },
    { figure: "median", title: "median ms" },
    { figure: "p95", title: "p95 ms" },
    { figure: "held", title: "held ms", digits: 1 },
    { figure: "machine", title: "idle held ms", digits: 1 },
    { figure: "found", title: "found", digits: 1 },
  ],
  cases: ({ quick }) => [{ problems: quick ? sizes.quick : sizes.full }],
  async prepare(stage, { quick }) {
    filled = stage.freshFolder();
    await order(stage, "fillProblems", { folder: filled, problems: quick ? sizes.quick : sizes.full });
  },
  measure: (stage, _contestant, { problems }, { quick }) =>
    order<Measured>(stage, "askSimilar", { folder: filled, problems, questions: quick ? 100 : 400 }),
  judge(_setting, results) {
    return [
      atMost("95 of 100 questions ≤ 150 ms", 150, results.ours("p95")),
      atMost("the thread that serves is never held over 5 ms", 5, results.ours("held")),
    ];
  },
};

/** `similar:words`: whether the same matter is found when it is told in other words. */
export const similarWords: Bench = {
  name: "similar:words",
  about: "60 matters told twice in other words among 140 others: is the other telling among the first five",
  alone: true,
  repeats: 1,
  columns: [
    { figure: "share", title: "found", digits: 3 },
    { figure: "tellings", title: "tellings" },
  ],
  cases: () => [{ pairs: pairs.pairs.length, others: others.matters.length }],
  measure: (stage) =>
    order<Measured>(stage, "findPartners", {
      folder: stage.freshFolder(),
      pairs: pairs.pairs,
      matters: others.matters,
    }),
  judge: (_setting, results): Judgement[] => [
    {
      must: "60 of 100 found at least",
      asked: 0.6,
      figure: results.ours("share"),
      reached: Number.isFinite(results.ours("share")) ? results.ours("share") >= 0.6 : null,
    },
  ],
};
