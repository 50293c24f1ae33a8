import { setImmediate } from "node:timers/promises";
import type { TrialResult } from "../../builders/letterBook";
import { allActs, lineActs, type NoteAct, tableActs } from "../../builders/noteActs";
import { noteTrial } from "../../builders/noteTrial";
import type { Findings, Orders } from "../parts";

/** How many people write how long in what. */
interface Plan {
  name: string;
  acts: readonly NoteAct[];
  editors: number;
  count: number;
}

const plans: readonly Plan[] = [
  { name: "lines", acts: lineActs, editors: 3, count: 150 },
  { name: "lines and tables", acts: tableActs, editors: 2, count: 150 },
  { name: "everything", acts: allActs, editors: 5, count: 200 },
];

type Failing = Exclude<keyof TrialResult, "letters">;

const failings: Record<Failing, string> = {
  lost: "letters that nobody deleted are gone",
  doubled: "letters are there twice",
  disordered: "words have their letters in another order",
  apart: "editors show something else than the others or than their text",
};

/** A sentence for each thing that must not have become of the letters. */
export function faultsOf(name: string, seed: number, result: TrialResult): string[] {
  return (Object.entries(failings) as [Failing, string][])
    .filter(([failing]) => result[failing] > 0)
    .map(([failing, sentence]) => `${name}, seed ${seed}: ${result[failing]} ${sentence}`);
}

/**
 * Lets several people without a page write in the same few lines, hearing of each other late, once for each seed and
 * plan; `wanted` counts the seeds. Every letter must be there once, in its writer's order, unless somebody who saw it
 * deleted it.
 */
export async function writeWithoutPage({ seed, until, wanted }: Orders): Promise<Findings> {
  const figures: Record<string, number> = { trials: 0, letters: 0 };
  const faults: string[] = [];
  for (let at = 0; at < wanted && performance.now() < until; at++) {
    for (const { name, acts, editors, count } of plans) {
      const result = noteTrial(seed + at, { acts, count, editors });
      figures.trials! += 1;
      figures.letters! += result.letters;
      faults.push(...faultsOf(name, seed + at, result));
    }
    // Lets a signal through.
    await setImmediate();
  }
  return { figures, faults };
}
