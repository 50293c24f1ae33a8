import { limits, type NewProblem } from "~/problem/problemForm";
import type { ColumnMap, ImportField } from "./columns";
import { dateOrderOf } from "./dates";
import { duplicateKeys } from "./duplicateKeys";
import type { CellFinding, ImportContext, ImportedRow } from "./importedRow";
import { isShortened } from "./numbers";
import { cell, columnOf, isError, type Reading, rawCell, wordsOf } from "./reading";
import { readProblem, sourceNumberOf } from "./readProblem";
import { cleanCell, type ImportTable, type SheetRow } from "./table";
import { unitFinder } from "./unitsWritten";

const lengths: Partial<Record<ImportField, number>> = { ...limits };

/**
 * Creates the function that says of one row after the other whether it becomes a problem, and why not. It remembers
 * the rows it was given, to find those that stand twice.
 */
export function rowReader(
  table: Pick<ImportTable, "headers" | "rows">,
  columns: ColumnMap,
  context: ImportContext,
): (row: SheetRow) => ImportedRow {
  const order = dateOrderOf(
    [columns.raisedAt, columns.wishOn].flatMap((column) => columnCells(table, column)),
  );
  const finders = { unit: unitFinder(context.units), community: unitFinder(context.communities) };
  const seen = new Map<string, number>();
  return (row) => {
    const common = { row, columns, headers: table.headers, order, context, ...finders };
    const reading: Reading = { ...common, rejected: [], remarks: [], waits: false };
    const problem = readProblem(reading);
    remarkBroken(reading);
    const sourceNumber = sourceNumberOf(reading);
    const cellsKey = context.keyOf(row);
    reject(reading, { ...problem, sourceNumber }, cellsKey, seen);
    const { rejected, remarks, waits } = reading;
    const found = { row: row.row, rejected, remarks, waits, title: problem.title, sourceNumber, cellsKey };
    return rejected.length === 0 ? { ...found, problem } : found;
  };
}

function columnCells(table: Pick<ImportTable, "rows">, column: number | undefined): string[] {
  return column === undefined ? [] : table.rows.map((row) => row.cells[column] ?? "");
}

/** Remarks cells in which a formula has failed, a number was shortened, or the encoding left a character unread. */
function remarkBroken(reading: Reading): void {
  for (const field of Object.keys(reading.columns) as ImportField[]) {
    const text = rawCell(reading, field);
    const remark = (code: CellFinding["code"], value?: string) =>
      reading.remarks.push({ column: columnOf(reading, field), code, ...(value && { value }) });
    if (text.includes("\ufffd")) remark("brokenCharacter");
    if (isError(reading, field)) remark("errorCell", cleanCell(text));
    if (field === "sourceNumber" && isShortened(text)) remark("shortenedNumber", cleanCell(text));
  }
}

function reject(
  reading: Reading,
  problem: NewProblem & { sourceNumber: string },
  cellsKey: string,
  seen: Map<string, number>,
): void {
  const { rejected, context, row } = reading;
  if (problem.title === "") {
    rejected.push({ column: columnOf(reading, "title"), code: "required" });
    return;
  }
  for (const [field, limit] of Object.entries(lengths) as [ImportField, number][]) {
    const { length } = field === "originalWording" ? wordsOf(reading) : cell(reading, field);
    if (length > limit)
      rejected.push({ column: columnOf(reading, field), code: "tooLong", value: String(length) });
  }
  const keys = duplicateKeys(problem);
  const repeats = keys.conflicting.find(({ key }) => seen.has(key));
  const recorded = keys.conflicting.find(({ key }) => context.onRecord.has(key));
  const same = context.onRecord.get(`cells ${cellsKey}`);
  if (repeats) {
    const value = String(seen.get(repeats.key));
    rejected.push({ column: columnOf(reading, repeats.field), code: "duplicateInFile", value });
  } else if (recorded) {
    const value = context.onRecord.get(recorded.key);
    rejected.push({ column: columnOf(reading, recorded.field), code: "duplicateOnRecord", value });
  } else if (same) {
    rejected.push({ column: "", code: "sameRowOnRecord", value: same });
  }
  if (rejected.some(({ code }) => code !== "wordsMissing")) reading.waits = false;
  // A row that is not taken does not make a later one a repetition.
  if (rejected.length === 0) for (const key of keys.own) seen.set(key, row.row);
}
