import { useMemo } from "react";
import type { Wording } from "./gridCells";
import { inOrder } from "./gridOrder";
import { type DraftRow, draftRow, type GridRow, gridRow, type ListedRow } from "./gridRows";
import type { Batch } from "./gridUndo";

/** What the rows of the table are made of. */
interface RowSource {
  /** The problems as they were loaded. */
  listed: readonly ListedRow[];
  /** What was done since and is not loaded yet. */
  shown: Batch;
  /** Rows that are being written; none where no row can be added. */
  drafts: readonly DraftRow[];
  wording: Wording;
}

/** The rows of a list's table: what was loaded, with what was done since, and the rows that are being written. */
export function useGridRows({ listed, shown, drafts, wording }: RowSource): GridRow[] {
  // Each row stays the same object until something in it changes: a list can have hundreds.
  const loaded = useMemo(() => listed.map((row) => gridRow(row, undefined, wording)), [listed, wording]);
  return useMemo(() => {
    const written = new Map(shown.changes.map((one) => [one.number, one.set]));
    const gone = new Set(shown.gone.map((one) => one.number));
    const known = new Map(loaded.map((row) => [row.key, row]));
    return [
      ...inOrder(listed, shown.moves)
        .filter((row) => !gone.has(row.number))
        .map((row) =>
          written.has(row.number) ? gridRow(row, written.get(row.number), wording) : known.get(row.number)!,
        ),
      ...shown.rows.map((row) => draftRow(row, wording, false)),
      ...drafts.map((row) => draftRow(row, wording, true)),
    ];
  }, [listed, loaded, shown, drafts, wording]);
}
