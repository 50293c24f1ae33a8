import { cleanText } from "~/value/cleanText";
import { type ColumnMap, distinctHeaders, matchHeaders } from "./columns";

/** A file as read: cells as trimmed text, rows by their number in the file (from 1). */
export interface SheetRow {
  row: number;
  cells: string[];
}

/** A file with its header found. */
export interface ImportTable {
  /** Row of the header. */
  headerRow: number;
  /** One name for each column, no two alike. */
  headers: string[];
  /** The columns as their headers tell them. */
  columns: ColumnMap;
  rows: SheetRow[];
}

// A list may carry its title and a remark above the header.
const headerWithin = 10;

/** Normalises the text of a cell as every form does, without the blanks around it. */
export function cleanCell(text: string): string {
  return cleanText(text).trim();
}

const isEmpty = (row: SheetRow) => row.cells.every((cell) => cell === "");

/**
 * Finds the header (the row among the first ten with most known names; the first one where none is known)
 * and leaves out rows without a word. Undefined for a file without any.
 */
export function readTable(sheet: readonly SheetRow[]): ImportTable | undefined {
  const filled = sheet.filter((row) => !isEmpty(row));
  let best = filled[0];
  if (!best) return undefined;
  let known = Object.keys(matchHeaders(best.cells)).length;
  for (const row of filled.slice(1, headerWithin)) {
    const here = Object.keys(matchHeaders(row.cells)).length;
    if (here > known) [best, known] = [row, here];
  }
  const from = best.row;
  const rows = filled.filter((row) => row.row > from);
  const width = Math.max(best.cells.length, ...rows.slice(0, 100).map((row) => row.cells.length));
  const headers = Array.from({ length: width }, (_, at) => best.cells[at] ?? "");
  return { headerRow: from, headers: distinctHeaders(headers), columns: matchHeaders(headers), rows };
}

/** Gives the cells of a row by their headers, as they are kept; empty ones are left out. */
export function cellsByHeader(table: ImportTable, row: SheetRow): Record<string, string> {
  return Object.fromEntries(
    table.headers.map((header, at) => [header, row.cells[at] ?? ""] as const).filter(([, cell]) => cell),
  );
}
