import { done, type Result, refuse } from "~/ledger/result";
import { readSheet } from "~/problem/import/fileReader.server";
import { cleanCell } from "~/problem/import/table";
import { columnsOf, mostRows, type RegisterRow, registerColumns } from "./registerColumns";
import { headerWords } from "./registerWords.server";

/** A row with its number in the file, from 1. */
export interface NumberedRow {
  number: number;
  row: RegisterRow;
}

/**
 * Reads the rows of a file, on the thread that reads foreign files. Refuses with `registerUnknown` where it is no register,
 * `registerTooLong` and like `readSheet`.
 */
export async function readRegister(bytes: Uint8Array): Promise<Result<NumberedRow[]>> {
  const sheet = await readSheet({ bytes, sheet: 0 });
  if (!sheet.ok) return sheet;
  const words = headerWords();
  const head = sheet.value.rows.findIndex(({ cells }) => columnsOf(cells, words) !== undefined);
  if (head < 0) return refuse("registerUnknown");
  const columns = columnsOf(sheet.value.rows[head]!.cells, words)!;
  const rows = sheet.value.rows.slice(head + 1).map(({ row: number, cells }) => {
    const cell = (at: number | undefined) => (at === undefined ? "" : cleanCell(cells[at] ?? ""));
    const row = Object.fromEntries(registerColumns.map((column) => [column, cell(columns[column])]));
    return { number, row: row as RegisterRow };
  });
  const filled = rows.filter(({ row }) => Object.values(row).some(Boolean));
  return filled.length > mostRows ? refuse("registerTooLong", { values: { most: mostRows } }) : done(filled);
}
