import { atMost, type Bench } from "../bench";
import type { Stage } from "../stage";

let files = "";
const rows = 5_000;

interface Imported {
  seconds: number;
  /** Of all its threads; what else runs on the machine changes it little. */
  processor: number;
  number: number;
  megabytes: number;
  p99?: number;
}

async function order<T>(stage: Stage, method: string, argument: object): Promise<T> {
  const worker = stage.reader();
  const answer = await worker.line.call<T>(method, argument, 3_600_000);
  await worker.stop();
  return answer;
}

/** `import`: what it costs that lists are imported while everybody else is answered. */
export const importing: Bench = {
  name: "import",
  about:
    "100,000 rows of 200 characters in lists of 5,000, and the same with a library and one transaction a list",
  alone: true,
  repeats: 3,
  columns: [
    { figure: "ours", title: "ours s", digits: 1 },
    { figure: "plain", title: "plain s", digits: 1 },
    { figure: "ratio", title: "ours/plain", digits: 2 },
    { figure: "oursProcessor", title: "ours cpu s", digits: 1 },
    { figure: "plainProcessor", title: "plain cpu s", digits: 1 },
    { figure: "p99", title: "others p99 ms" },
    { figure: "megabytes", title: "MB" },
    { figure: "plainMegabytes", title: "plain MB" },
  ],
  cases: ({ quick }) => [{ lists: quick ? 2 : 20, rows }],
  async prepare(stage, { quick }) {
    files = stage.freshFolder();
    await order(stage, "writeLists", { folder: files, lists: quick ? 2 : 20, rows });
  },
  async measure(stage, _contestant, { lists }) {
    const what = { files, lists: Number(lists) };
    const plain = await order<Imported>(stage, "importPlain", { ...what, folder: stage.freshFolder() });
    const ours = await order<Imported>(stage, "importOurs", { ...what, folder: stage.freshFolder() });
    for (const { number } of [plain, ours])
      if (number !== what.lists * rows) throw new Error(`${number} of ${what.lists * rows} rows are there`);
    return {
      figures: {
        ours: ours.seconds,
        plain: plain.seconds,
        ratio: ours.seconds / plain.seconds,
        oursProcessor: ours.processor,
        plainProcessor: plain.processor,
        p99: ours.p99 ?? Number.NaN,
        megabytes: ours.megabytes,
        plainMegabytes: plain.megabytes,
      },
      lag: null,
    };
  },
  judge(_setting, results) {
    return [
      atMost("ours ≤ 1.5 × plain", 1.5 * results.ours("plain"), results.ours("ours")),
      atMost("others answered within 200 ms, 99 of 100", 200, results.ours("p99")),
      atMost("≤ 600 MB", 600, results.ours("megabytes")),
    ];
  },
};
