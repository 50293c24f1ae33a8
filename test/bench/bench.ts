import { type ContestantName, floor } from "./contestant";
import type { Options } from "./options";
import type { Stage } from "./stage";

/** How late the load generator itself was; the figures are worth nothing when it was. Milliseconds. */
export interface Lag {
  p99: number;
  max: number;
}

/** What one run gave. */
export interface Measured {
  figures: Record<string, number>;
  /** Null where the generator does the client's own heavy work, so that its lag is part of the figure. */
  lag: Lag | null;
}

/** One setting of a bench, such as `{ people: 50 }`. */
export type Case = Record<string, number | string>;

/** Median over the valid runs, and their spread. */
export interface Figure {
  median: number;
  low: number;
  high: number;
}

/** What one contestant reached in one case. */
export interface Result {
  contestant: ContestantName;
  figures: Record<string, Figure>;
  valid: number;
  voids: number;
}

/** A demand of the product on itself, held against what was reached. */
export interface Judgement {
  must: string;
  asked: number;
  figure: number;
  /** Null when it cannot be told: no valid run, or no peer to compare with. */
  reached: boolean | null;
}

/** A column of the readable table. */
export interface Column {
  figure: string;
  title: string;
  digits?: number;
}

export interface Bench {
  name: string;
  about: string;
  columns: Column[];
  /** Most valid runs of each contestant, where one run is many rounds. */
  repeats?: number;
  /** Only ours runs: there is nobody to compare with. */
  alone?: boolean;
  /** The floor runs beside the contestants. */
  withFloor?: boolean;
  cases(options: Options): Case[];
  /** Work that is done once and not measured. */
  prepare?(stage: Stage, options: Options): Promise<void>;
  measure(stage: Stage, contestant: ContestantName, setting: Case, options: Options): Promise<Measured>;
  judge(setting: Case, results: Results): Judgement[];
}

/** The results of one case, asked by name. */
export class Results {
  constructor(readonly all: Result[]) {}

  /** Median of ours; NaN without a valid run. */
  ours(figure: string): number {
    return this.#of("huishang", figure);
  }

  /** The lowest median of the peers; NaN when none has a valid run. */
  betterPeer(figure: string): number {
    const peers = this.all.filter(({ contestant }) => contestant !== "huishang" && contestant !== floor);
    const medians = peers.map((result) => this.#of(result.contestant, figure)).filter(Number.isFinite);
    return medians.length > 0 ? Math.min(...medians) : Number.NaN;
  }

  #of(contestant: ContestantName, figure: string): number {
    const found = this.all.find((result) => result.contestant === contestant && result.valid > 0);
    return found?.figures[figure]?.median ?? Number.NaN;
  }
}

/** Ours must be at most `asked`. */
export function atMost(must: string, asked: number, figure: number): Judgement {
  const known = Number.isFinite(asked) && Number.isFinite(figure);
  return { must, asked, figure, reached: known ? figure <= asked : null };
}
