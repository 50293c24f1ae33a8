import { type Bench, type Case, type Measured, type Result, Results } from "./bench";
import { type ContestantName, contestants, floor } from "./contestant";
import type { Options } from "./options";
import { Stage } from "./stage";
import { figureOf } from "./statistics";

/** A run is worth nothing when the load generator itself was later than this, in milliseconds. */
export const largestLag = 5;

export type Say = (line: Record<string, unknown>) => void;

interface Run extends Measured {
  contestant: ContestantName;
  void: boolean;
}

/** All cases of a bench, each by all contestants in turn, in an order that changes. */
export async function runSeries(bench: Bench, options: Options, say: Say): Promise<[Case, Results][]> {
  const stage = new Stage(options.profile);
  const all: ContestantName[] = bench.withFloor ? [...contestants, floor] : [...contestants];
  const taking = all.filter((one) =>
    bench.alone ? one === "huishang" : (options.only?.includes(one) ?? true),
  );
  try {
    await bench.prepare?.(stage, options);
    const results: [Case, Results][] = [];
    for (const setting of bench.cases(options)) {
      const runs = await new Series(bench, stage, setting, options, say).run(taking);
      results.push([setting, new Results(taking.map((contestant) => resultOf(contestant, runs)))]);
    }
    return results;
  } finally {
    await stage.remove();
  }
}

/** One case of a bench. */
class Series {
  #runs: Run[] = [];
  /** How often each contestant may still run again for a void run. */
  #spare = new Map<ContestantName, number>();

  constructor(
    readonly bench: Bench,
    readonly stage: Stage,
    readonly setting: Case,
    readonly options: Options,
    readonly say: Say,
  ) {}

  async run(taking: ContestantName[]): Promise<Run[]> {
    const repeats = Math.min(this.options.repeats, this.bench.repeats ?? this.options.repeats);
    for (const contestant of taking) this.#spare.set(contestant, Math.ceil(repeats / 2));
    for (let repeat = 0; repeat < repeats; repeat++) {
      for (const contestant of turned(taking, repeat)) await this.#untilValid(contestant, repeat);
    }
    return this.#runs;
  }

  async #untilValid(contestant: ContestantName, repeat: number): Promise<void> {
    while (!(await this.#once(contestant, repeat))) {
      const spare = this.#spare.get(contestant) as number;
      if (spare === 0) return;
      this.#spare.set(contestant, spare - 1);
    }
  }

  /** True when the run is valid. */
  async #once(contestant: ContestantName, repeat: number): Promise<boolean> {
    const { bench, stage, setting, options } = this;
    process.stderr.write(`${bench.name} ${caseName(setting)} ${contestant} ${repeat + 1}          \r`);
    const measured = await bench
      .measure(stage, contestant, setting, options)
      .catch((error: Error) => ({ figures: {}, lag: null, failure: error.message }));
    await stage.clear();
    const late = measured.lag !== null && measured.lag.p99 > largestLag;
    const run = { contestant, ...measured, void: late || "failure" in measured };
    this.#runs.push(run);
    this.say({ bench: bench.name, ...setting, repeat, ...run });
    return !run.void;
  }
}

// Who comes first meets another machine than who comes last.
function turned<T>(list: T[], by: number): T[] {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

function resultOf(contestant: ContestantName, runs: Run[]): Result {
  const own = runs.filter((run) => run.contestant === contestant);
  const valid = own.filter((run) => !run.void);
  // Where the generator was late each time, what it saw is shown, but nothing is judged by it.
  const shown = valid.length > 0 ? valid : own.filter((run) => Object.keys(run.figures).length > 0);
  const names = Object.keys(shown[0]?.figures ?? {});
  const figures = names.map((name) => [name, figureOf(shown.map((run) => run.figures[name] as number))]);
  return {
    contestant,
    figures: Object.fromEntries(figures),
    valid: valid.length,
    voids: own.length - valid.length,
  };
}

/** A case as one reads it. */
export function caseName(setting: Case): string {
  return Object.entries(setting)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}
