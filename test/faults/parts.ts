import { fillDisk } from "./disk/fillDisk";
import { killAgainAndAgain } from "./kills/killAgainAndAgain";
import type { Options, PartName } from "./options";
import { writeAtOnce } from "./record/writeAtOnce";
import type { Report } from "./report";
import { askAnything } from "./requests/askAnything";

/** What a part is told: the seed, until when it may go on (`performance.now`), and how much is wanted of it. */
export interface Orders {
  seed: number;
  until: number;
  wanted: number;
  /** Leaves out what has to be waited for. */
  brief: boolean;
}

/** What a part gives. */
export type Findings = Pick<Report, "figures" | "faults">;

const parts: Record<PartName, { run(orders: Orders): Promise<Findings>; share: number }> = {
  record: { run: writeAtOnce, share: 0.15 },
  kills: { run: killAgainAndAgain, share: 0.5 },
  disk: { run: fillDisk, share: 0.15 },
  requests: { run: askAnything, share: 0.2 },
};

/** Runs the parts one after the other, each within its share of the time. */
export async function runParts(
  { seed, minutes, seeds, kills, requests, parts: names }: Options,
  say: (report: Report) => void,
  brief = false,
): Promise<Report[]> {
  const shares = names.reduce((sum, name) => sum + parts[name].share, 0);
  const wanted: Record<PartName, number> = { record: seeds, kills, disk: 1, requests };
  const reports: Report[] = [];
  for (const part of names) {
    const began = performance.now();
    const until = began + (minutes * 60_000 * parts[part].share) / shares;
    const findings = await parts[part].run({ seed, until, wanted: wanted[part], brief });
    const seconds = Math.round((performance.now() - began) / 1000);
    const report = { part, seed, seconds, ...findings };
    say(report);
    reports.push(report);
  }
  return reports;
}
