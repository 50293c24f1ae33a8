import { useState } from "react";
import { gridFields } from "./gridForm";
import type { GridRow } from "./gridRows";
import { areaBetween, type CellPlace, type GridArea } from "./gridSelection";

const within = (at: number, length: number) => Math.max(0, Math.min(length - 1, at));

/** Which cell has the keyboard, and to which other one the selection reaches. */
export function useSelection(rows: readonly GridRow[]) {
  const [active, setActive] = useState<CellPlace | null>(null);
  const [reach, setReach] = useState<CellPlace | null>(null);
  const keys = rows.map((row) => row.key);
  const area: GridArea | null = active && areaBetween(keys, active, reach);
  return {
    active,
    area,
    /** Makes a cell the only one selected; none where it is null. */
    set(place: CellPlace | null) {
      setReach(null);
      setActive(place);
    },
    /** Lets the selection reach to a cell. */
    extendTo: setReach,
    selectAll() {
      const [first, last] = [keys[0], keys.at(-1)];
      if (!first || !last) return;
      setActive({ key: first, field: gridFields[0] });
      setReach({ key: last, field: gridFields.at(-1)! });
    },
    /** The cell some steps away from a corner of the selection: the one with the keyboard, or the other. */
    beside(from: "active" | "reach", down: number, right: number): CellPlace | null {
      const corner = from === "reach" ? (reach ?? active) : active;
      if (!corner) return null;
      const row = keys[within(keys.indexOf(corner.key) + down, keys.length)];
      const field = gridFields[within(gridFields.indexOf(corner.field) + right, gridFields.length)];
      return row && field ? { key: row, field } : null;
    },
    rowsIn: area ? rows.slice(area.top, area.bottom + 1) : [],
  };
}
