import type { CellValue, Misread } from "./gridCells";
import type { GridField } from "./gridForm";
import type { DraftRow } from "./gridRows";
import type { Batch } from "./gridUndo";

/** What was not understood, by row and field. */
export type Marks = Record<string, Partial<Record<GridField, Misread>>>;

/** The cell that is being written, and what stood in it. */
export interface OpenCell {
  key: string;
  field: GridField;
  text: string;
  was: CellValue;
}

/** What of the table is written and not saved. */
export interface UnsentGrid {
  open: OpenCell | null;
  /** Rows that lack something, or are still being written. */
  rows: readonly DraftRow[];
  misread: Marks;
  /** What was sent and is not answered, or waits for that. */
  batches: readonly Batch[];
}

/** Writes it as one text, for the words that a window keeps; empty where everything is saved. */
export function unsentText({ open, rows, misread, batches }: UnsentGrid): string {
  return open || rows.length + batches.length > 0 ? JSON.stringify({ open, rows, misread, batches }) : "";
}

/** Reads what {@link unsentText} wrote; null where that is not what it is. */
export function readUnsent(text: string): UnsentGrid | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Gives the rows that did not exist yet the names that they have in the table of now.
 * @param renamed the new name of a row; for a row in which nothing stands yet that of an empty one
 */
export function underNewNames(kept: UnsentGrid, renamed: (key: string) => string): UnsentGrid {
  return {
    ...kept,
    open: kept.open && { ...kept.open, key: renamed(kept.open.key) },
    rows: kept.rows.map((row) => ({ ...row, key: renamed(row.key) })),
    misread: Object.fromEntries(Object.entries(kept.misread).map(([key, marks]) => [renamed(key), marks])),
  };
}
