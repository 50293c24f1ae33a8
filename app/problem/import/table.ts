import { cleanText } from "~/value/cleanText";
import type { ColumnMap } from "./columns";

/** A row of a file as read: its number in the file (from 1) and its cells, every character as it stands there. */
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
  /** Rows below the header that are no problems: totals, and who filled it in. */
  beside: number[];
}

/** Normalises the text of a cell as every form does, without the blanks around it. */
export function cleanCell(text: string): string {
  return cleanText(text).trim();
}

const total = /^(合|总|小|共|累)\s*计(数|件数)?[：:]?$|^(sub)?total:?$/i;
const signature = /^(填表|填报|制表|审核|审批|复核|经办|负责|联系)[^：:]{0,6}[：:]/;

/** Whether a row is none of the list: a total, or the line of those who filled it in. */
export function isBeside({ cells }: SheetRow): boolean {
  // A list has thousands of rows: no more of each is looked at than tells.
  const first: string[] = [];
  for (let at = 0; at < cells.length && first.length < 3; at++)
    if (cells[at]!.trim() !== "") first.push(cleanCell(cells[at]!));
  if (first.some((cell) => total.test(cell))) return true;
  return signature.test(first[0] ?? "") && new Set(cells.map(cleanCell)).size <= 5;
}

/** Gives the cells of a row by their headers, as they are kept; empty ones are left out. */
export function cellsByHeader(headers: readonly string[], row: SheetRow): Record<string, string> {
  return Object.fromEntries(
    headers.map((header, at) => [header, row.cells[at] ?? ""] as const).filter(([, cell]) => cell),
  );
}
