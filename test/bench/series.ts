import { type Bench, type Case, type Measured, type Result, Results } from "./bench";
import { type ContestantName, contestants } from "./contestant";
import type { Options } from "./options";
import { Stage } from "./stage";
import { figureOf } from "./statistics";

/** A run is worth nothing when the load generator itself was later than this, in milliseconds. */
export const largestLag = 5;
// A void run is made again so many times.
const attempts = 3;

export type Say = (line: Record<string, unknown>) => void;

interface Run extends Measured {
  contestant: ContestantName;
  void: boolean;
}

/** All cases of a bench, each by all contestants in turn, in an order that changes. */
export async function runSeries(bench: Bench, options: Options, say: Say): Promise<[Case, Results][]> {
  const stage = new Stage(options.profile);
  const taking = contestants.filter((one) => options.only?.includes(one) ?? true);
  try {
    await bench.prepare?.(stage, options);
    const all: [Case, Results][] = [];
    for (const setting of bench.cases(options)) {
      const runs: Run[] = [];
      for (let repeat = 0; repeat < Math.min(options.repeats, bench.repeats ?? options.repeats); repeat++) {
        for (const contestant of turned(taking, repeat)) {
          runs.push(...(await runUntilValid(bench, stage, contestant, setting, options, { repeat, say })));
        }
      }
      all.push([setting, new Results(taking.map((contestant) => resultOf(contestant, runs)))]);
    }
    return all;
  } finally {
    await stage.remove();
  }
}

// Who comes first meets another machine than who comes last.
function turned<T>(list: T[], by: number): T[] {
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}

async function runUntilValid(
  bench: Bench,
  stage: Stage,
  contestant: ContestantName,
  setting: Case,
  options: Options,
  { repeat, say }: { repeat: number; say: Say },
): Promise<Run[]> {
  const runs: Run[] = [];
  for (let attempt = 1; attempt <= attempts; attempt++) {
    process.stderr.write(`${bench.name} ${caseName(setting)} ${contestant} ${repeat + 1}.${attempt}   \r`);
    const measured = await bench.measure(stage, contestant, setting, options).catch((error: Error) => ({
      figures: {},
      lag: null,
      failure: error.message,
    }));
    await stage.clear();
    const failed = "failure" in measured;
    const late = failed || (measured.lag !== null && measured.lag.p99 > largestLag);
    runs.push({ contestant, ...measured, void: late });
    say({ bench: bench.name, ...setting, contestant, repeat, attempt, void: late, ...measured });
    if (!late) break;
  }
  return runs;
}

function resultOf(contestant: ContestantName, runs: Run[]): Result {
  const own = runs.filter((run) => run.contestant === contestant);
  const valid = own.filter((run) => !run.void);
  const names = Object.keys(valid[0]?.figures ?? {});
  const figures = names.map((name) => [name, figureOf(valid.map((run) => run.figures[name] as number))]);
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
