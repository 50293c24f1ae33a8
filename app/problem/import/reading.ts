import { cutText } from "~/value/cleanText";
import { type ColumnMap, columnLetter, type ImportField } from "./columns";
import type { DateOrder } from "./dates";
import type { CellFinding, ImportContext } from "./importedRow";
import { cleanCell, type SheetRow } from "./table";

/** A row with what its columns hold. */
export interface Cells {
  row: SheetRow;
  columns: ColumnMap;
}

/** A row that is being read, and what was found so far. */
export interface Reading extends Cells {
  headers: readonly string[];
  order: DateOrder;
  context: ImportContext;
  rejected: CellFinding[];
  remarks: CellFinding[];
  waits: boolean;
  unit: (name: string) => string | undefined;
  community: (name: string) => string | undefined;
}

/** A cell as it stands in the file. */
export const rawCell = ({ row, columns }: Cells, field: ImportField) => row.cells[columns[field] ?? -1] ?? "";

const error = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/;

/** Gives a cell's text; one in which a formula has failed holds nothing. */
export function cell(reading: Cells, field: ImportField): string {
  const text = cleanCell(rawCell(reading, field));
  return error.test(text) ? "" : text;
}

/** Gives the resident's words with every character as it stands in the file. */
export function wordsOf(reading: Reading): string {
  return cell(reading, "originalWording") === "" ? "" : rawCell(reading, "originalWording");
}

/** How the column of a field is called in the file. */
export const columnOf = ({ headers, columns }: Reading, field: ImportField) =>
  headers[columns[field] ?? -1] ?? columnLetter(0);

/** Whether a formula has failed in a cell. */
export const isError = (reading: Reading, field: ImportField) =>
  error.test(cleanCell(rawCell(reading, field)));

// How much of a cell is shown with what is remarked about it.
export const shownOfCell = 60;

/** What a cell holds, as `find` knows it; a remark where it knows nothing of the kind. */
export function known<Value>(
  reading: Reading,
  field: ImportField,
  code: CellFinding["code"],
  find: (text: string) => Value | undefined,
): Value | undefined {
  const text = cell(reading, field);
  if (text === "") return undefined;
  const value = find(text);
  if (value === undefined)
    reading.remarks.push({ column: columnOf(reading, field), code, value: cutText(text, shownOfCell) });
  return value;
}
