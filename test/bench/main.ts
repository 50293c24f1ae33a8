import { appendFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import type { Bench } from "./bench";
import { big } from "./benches/big";
import { crash } from "./benches/crash";
import { day } from "./benches/day";
import { importing } from "./benches/import";
import { key } from "./benches/key";
import { restart } from "./benches/restart";
import { rooms } from "./benches/rooms";
import { similarSpeed, similarWords } from "./benches/similar";
import { storm } from "./benches/storm";
import { typing } from "./benches/typing";
import { workCount } from "./benches/workCount";
import { pinned } from "./child";
import { type Options, readOptions, usage } from "./options";
import { installPeers } from "./peers";
import { runSeries } from "./series";
import { tableOf } from "./table";

const benches: Bench[] = [
  typing,
  rooms,
  big,
  crash,
  restart,
  workCount,
  storm,
  key,
  importing,
  similarWords,
  similarSpeed,
  day,
];

/** The benches that a name stands for: itself, or all of its family. */
function named(name: string): Bench[] {
  const found = benches.filter((bench) => bench.name === name || bench.name.startsWith(`${name}:`));
  if (found.length === 0) throw new TypeError(`there is no bench ${name}`);
  return found;
}

function list(): void {
  const lines = benches.map((bench) => `  ${bench.name.padEnd(14)} ${bench.about}`);
  process.stdout.write(`${usage}\n\nlive           all that begin with live:\n${lines.join("\n")}\n`);
}

async function run(options: Options): Promise<boolean> {
  const chosen = [...new Set(options.names.flatMap(named))];
  if (!chosen.every((bench) => bench.alone)) installPeers();
  if (options.out) writeFileSync(options.out, "");
  const say = (line: Record<string, unknown>) => {
    const text = `${JSON.stringify(line)}\n`;
    process.stdout.write(text);
    if (options.out) appendFileSync(options.out, text);
  };
  const tables: string[] = [];
  let reached = true;
  for (const bench of chosen) {
    const load = loadavg()[0];
    for (const [setting, results] of await runSeries(bench, options, say)) {
      const judgements = bench.judge(setting, results);
      for (const one of judgements) say({ bench: bench.name, ...setting, ...one });
      say({ bench: bench.name, ...setting, results: results.all, loadAverage: load });
      tables.push(tableOf(bench, setting, results.all, judgements));
      if (judgements.some((one) => one.reached === false)) reached = false;
    }
  }
  const cores =
    pinned.load === null ? "not pinned" : `server on core ${pinned.server}, load on core ${pinned.load}`;
  process.stderr.write(`${tables.join("\n")}\n\n${cores}; median (lowest–highest) ×ratio to huishang\n`);
  return reached;
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));
try {
  const options = readOptions(process.argv.slice(2));
  if (options.names.length === 0) list();
  else if (!(await run(options))) process.exitCode = 2;
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
