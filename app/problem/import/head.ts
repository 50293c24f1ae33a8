import { type ColumnMap, distinctHeaders, matchHeaders } from "./columns";
import { cleanCell, type ImportTable, isBeside, type SheetRow } from "./table";

/** The header of a table. */
export interface Head {
  /** Its row, and the last one of a header of two rows. */
  row: number;
  lastRow: number;
  /** One name for each column, no two alike. */
  headers: string[];
  /** The columns as their names tell them. */
  columns: ColumnMap;
}

// A list may carry its title, who filled it in and how, above the header.
const headerWithin = 30;

const countOf = (columns: ColumnMap) => Object.keys(columns).length;

/**
 * Finds the header: among the first rows the one, or the two that follow each other, with most known names. Where none
 * is known it is the first row with several cells. Undefined for a sheet without any row.
 */
export function findHead(rows: readonly SheetRow[]): Head | undefined {
  const first = rows.slice(0, headerWithin);
  let best: Head | undefined;
  for (const at of first.keys()) {
    const head = headOf(rows, at);
    if (!best || countOf(head.columns) > countOf(best.columns)) best = head;
  }
  if (!best || countOf(best.columns) > 0) return best;
  const several = first.findIndex(({ cells }) => new Set(cells.map(cleanCell).filter(Boolean)).size > 1);
  return headOf(rows, Math.max(0, several));
}

/** Makes the header of the row that was named; undefined where there is no such row. */
export function headAt(rows: readonly SheetRow[], row: number): Head | undefined {
  const at = rows.findIndex((one) => one.row === row);
  return at === -1 ? undefined : headOf(rows, at);
}

function headOf(rows: readonly SheetRow[], at: number): Head {
  const upper = rows[at]!;
  const lower = rows[at + 1];
  const names = upper.cells.map(cleanCell);
  const single = { row: upper.row, lastRow: upper.row, names, columns: matchHeaders(names) };
  const found = (lower && twoLevels(single, lower)) ?? single;
  const width = Math.max(found.names.length, ...rows.slice(0, 200).map(({ cells }) => cells.length));
  const headers = distinctHeaders(Array.from({ length: width }, (_, column) => found.names[column] ?? ""));
  return { row: found.row, lastRow: found.lastRow, headers, columns: found.columns };
}

interface Names {
  row: number;
  lastRow: number;
  names: string[];
  columns: ColumnMap;
}

/** Joins a header with the row below where that divides some of its columns and says nothing about the others. */
function twoLevels(upper: Names, lower: SheetRow): Names | undefined {
  if (lower.row !== upper.row + 1) return undefined;
  const below = lower.cells.map(cleanCell);
  const known = new Set(Object.values(matchHeaders(below)));
  const above = new Set(Object.values(upper.columns));
  const own = below.flatMap((name, column) => (name === "" || name === upper.names[column] ? [] : [column]));
  if (own.some((column) => above.has(column) && !known.has(column))) return undefined;
  if (own.filter((column) => known.has(column)).length * 2 < own.length) return undefined;
  const width = Math.max(upper.names.length, below.length);
  const names = Array.from({ length: width }, (_, column) => below[column] || upper.names[column] || "");
  const columns = matchHeaders(names);
  // What is above a header, such as a title, is none of it.
  if (countOf(columns) <= Math.max(countOf(upper.columns), known.size)) return undefined;
  return { row: upper.row, lastRow: lower.row, names, columns };
}

/**
 * Divides a sheet into its header and the rows below, leaving out totals and who filled it in.
 * @param headerRow the row of the header where somebody has said it
 * @returns undefined for a sheet without a row, or without the one named
 */
export function readTable(sheet: readonly SheetRow[], headerRow?: number): ImportTable | undefined {
  const rows = sheet.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const head = headerRow === undefined ? findHead(rows) : headAt(rows, headerRow);
  if (!head) return undefined;
  const below = rows.filter(({ row }) => row > head.lastRow);
  const beside = new Set(below.filter(isBeside));
  return {
    headerRow: head.row,
    headers: head.headers,
    columns: head.columns,
    rows: below.filter((row) => !beside.has(row)),
    beside: [...beside].map(({ row }) => row),
  };
}
