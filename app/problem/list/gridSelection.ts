import type { CellTexts } from "./gridCells";
import { type GridField, gridFields } from "./gridForm";

/** A cell by its row's key. */
export interface CellPlace {
  key: string;
  field: GridField;
}

/** Cells that are selected together: rows and columns by their place, both ends included. */
export interface GridArea {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/**
 * Computes what is selected between two cells.
 * @param keys of the rows as they stand
 * @param to the other corner; one cell where it is null or not there any more
 */
export function areaBetween(keys: readonly string[], from: CellPlace, to: CellPlace | null): GridArea | null {
  const row = keys.indexOf(from.key);
  if (row === -1) return null;
  const other = to ? keys.indexOf(to.key) : row;
  const end = other === -1 ? row : other;
  const column = gridFields.indexOf(from.field);
  const side = to && other !== -1 ? gridFields.indexOf(to.field) : column;
  return {
    top: Math.min(row, end),
    bottom: Math.max(row, end),
    left: Math.min(column, side),
    right: Math.max(column, side),
  };
}

/** Counts the rows and columns of an area. */
export const sizeOf = ({ top, bottom, left, right }: GridArea) => ({
  rows: bottom - top + 1,
  columns: right - left + 1,
});

/** Tells the fields of an area. */
export const fieldsOf = ({ left, right }: GridArea): readonly GridField[] =>
  gridFields.slice(left, right + 1);

/** Writes a cell for the clipboard: in quotes where a table would otherwise break in it. */
function quoted(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes the selected cells as a spreadsheet copies them: tabs between cells, a line for each row. */
export function copiedText(rows: readonly { texts: CellTexts }[], area: GridArea): string {
  return rows
    .slice(area.top, area.bottom + 1)
    .map(({ texts }) =>
      fieldsOf(area)
        .map((field) => quoted(texts[field]))
        .join("\t"),
    )
    .join("\n");
}

/** A text and where it goes: its row, counted from the top of the table, and its field. */
export interface PlacedText {
  row: number;
  field: GridField;
  text: string;
}

/**
 * Places a block of copied cells: from the corner of what is selected, and again and again where a larger area is
 * selected into which it fits a whole number of times.
 */
export function placeBlock(block: readonly (readonly string[])[], area: GridArea): PlacedText[] {
  const width = Math.max(0, ...block.map((cells) => cells.length));
  if (width === 0) return [];
  const { rows, columns } = sizeOf(area);
  const repeats = rows % block.length === 0 && columns % width === 0;
  const down = repeats ? rows / block.length : 1;
  const across = repeats ? columns / width : 1;
  return Array.from({ length: down * block.length }, (_, row) =>
    Array.from({ length: across * width }, (_, column): PlacedText[] => {
      const text = block[row % block.length]![column % width];
      const field = gridFields[area.left + column];
      return text === undefined || !field ? [] : [{ row: area.top + row, field, text }];
    }).flat(),
  ).flat();
}

/** Places the texts of an area's first row in all the rows below it. */
export function filledDown(rows: readonly { texts: CellTexts }[], area: GridArea): PlacedText[] {
  const first = rows[area.top];
  if (!first) return [];
  const below = Array.from({ length: area.bottom - area.top }, (_, at) => area.top + at + 1);
  return below.flatMap((row) => fieldsOf(area).map((field) => ({ row, field, text: first.texts[field] })));
}
