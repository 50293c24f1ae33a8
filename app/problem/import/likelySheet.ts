import { findHead } from "./head";
import type { SheetRow } from "./table";

/** The first rows of a sheet. */
export interface SheetSample {
  hidden: boolean;
  rows: readonly SheetRow[];
}

// A name, the words and something more; a dictionary of units or classes has one column at most.
const fieldsOfList = 2;

function knownFields({ rows }: SheetSample): number {
  const head = findHead(rows);
  const below = head && rows.some(({ row }) => row > head.lastRow);
  return below ? Object.keys(head.columns).length : 0;
}

/** Whether a sheet, hidden ones apart, has a header with what a list needs and rows below it. */
export function looksLikeList(sheet: SheetSample): boolean {
  return !sheet.hidden && knownFields(sheet) >= fieldsOfList;
}

/**
 * Finds the sheet that is most likely meant: of those that are not hidden the one whose header tells most, the first
 * of several alike; where no header tells anything the first with something in it.
 */
export function likeliest(sheets: readonly SheetSample[]): number {
  let best = 0;
  let most = -1;
  sheets.forEach((sheet, at) => {
    const filled = sheet.rows.length > 1 ? 0.5 : sheet.rows.length > 0 ? 0.2 : 0;
    const weight = sheet.hidden ? filled / 10 : knownFields(sheet) + filled;
    if (weight > most) [best, most] = [at, weight];
  });
  return best;
}
