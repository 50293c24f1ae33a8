import type { CellValues, DraftRow } from "./gridRows";

/** Cells of one problem that were written, with what stood there before. */
export interface CellChange {
  number: string;
  set: CellValues;
  was: CellValues;
}

/** A row that was made in the table, with what was written into it. */
export interface MadeRow {
  number: string;
  was: CellValues;
}

/** What one act in the table has done. */
export interface GridStep {
  changes: readonly CellChange[];
  made: readonly MadeRow[];
}

/** What is sent at once. `undone` takes back what was done before: it is no act of its own. */
export interface Batch {
  changes: CellChange[];
  rows: DraftRow[];
  gone: MadeRow[];
  undone: boolean;
  /** The key by which it is carried out once, also when it is sent again by another page. */
  once?: string;
}

// As many as anybody goes back.
const mostSteps = 100;

/** Remembers an act that was saved; what did nothing is not remembered. */
export function withStep(steps: readonly GridStep[], step: GridStep): GridStep[] {
  if (step.changes.length + step.made.length === 0) return [...steps];
  return [...steps, step].slice(-mostSteps);
}

/** What takes an act back: each cell as it was, as long as it says what the act wrote; the rows it made go. */
export function takingBack({ changes, made }: GridStep): { changes: CellChange[]; gone: MadeRow[] } {
  return {
    changes: changes.map(({ number, set, was }) => ({ number, set: was, was: set })),
    gone: [...made],
  };
}

/** How many cells an act wrote, for those who are to know what they take back. */
export function cellsOf({ changes, made }: GridStep): number {
  return changes.reduce((sum, { set }) => sum + Object.keys(set).length, 0) + made.length;
}
