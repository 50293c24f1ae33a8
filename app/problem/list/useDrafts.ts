import { useReducer, useRef } from "react";
import type { CellValue } from "./gridCells";
import type { GridField } from "./gridForm";
import { type DraftRow, isWhole } from "./gridRows";

let drafts = 0;
/** Makes an empty row. */
export const newDraft = (): DraftRow => ({ key: `new-${drafts++}`, cells: {} });
/** Whether nothing stands in a row. */
export const isBlank = (draft: DraftRow) => Object.keys(draft.cells).length === 0;

/** The rows that are being written; one empty one is always there. They are saved when they are left. */
export function useDrafts() {
  const rows = useRef<DraftRow[]>([newDraft()]);
  const [, render] = useReducer((count: number) => count + 1, 0);
  const set = (next: DraftRow[]) => {
    rows.current = next.some(isBlank) ? next : [...next, newDraft()];
    render();
  };
  return {
    rows: rows.current,
    write(key: string, field: GridField, value: CellValue) {
      const known = rows.current.some((draft) => draft.key === key);
      const all = known ? rows.current : [...rows.current.filter((one) => !isBlank(one)), { key, cells: {} }];
      set(
        all.map((draft) => (draft.key === key ? { key, cells: { ...draft.cells, [field]: value } } : draft)),
      );
    },
    /** Throws away the rows that are named. */
    drop: (keys: readonly string[]) => set(rows.current.filter((draft) => !keys.includes(draft.key))),
    /** Throws away what is written. */
    clear: () => set([]),
    /** Takes back rows that could not be saved. */
    giveBack(back: readonly DraftRow[]) {
      set([...back, ...rows.current]);
    },
    /** Takes out the rows that can be saved, except those that are still being written. */
    takeWhole(isOpen: (key: string) => boolean): DraftRow[] {
      const whole = rows.current.filter((draft) => isWhole(draft) && !isOpen(draft.key));
      if (whole.length > 0) set(rows.current.filter((draft) => !whole.includes(draft)));
      return whole;
    },
  };
}
