import type { PartName } from "./options";

/** What one part found. */
export interface Report {
  part: PartName;
  seed: number;
  seconds: number;
  /** What was done and how often. */
  figures: Record<string, number | string>;
  /** A sentence for each thing that must not be. */
  faults: string[];
}

/** All parts for people: what was done, then each fault. */
export function tableOf(reports: Report[]): string {
  return reports
    .map(({ part, seed, seconds, figures, faults }) => {
      const rows = Object.entries({ seconds, ...figures }).map(
        ([name, value]) => `  ${name.padEnd(34)} ${value}`,
      );
      const ends = faults.length === 0 ? ["  no fault"] : faults.map((fault) => `  FAULT ${fault}`);
      return [`\n${part} (seed ${seed})`, ...rows, ...ends].join("\n");
    })
    .join("\n");
}
