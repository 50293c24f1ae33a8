import { wordedSources } from "~/problem/problem";
import { limits, type NewProblem } from "~/problem/problemForm";
import { cutText } from "~/value/cleanText";
import { type ColumnMap, columnLetter, type ImportField } from "./columns";
import { type DateOrder, dateOrderOf, readDate } from "./dates";
import { conflictingKeys, duplicateKeys } from "./duplicateKeys";
import type { ImportTable, SheetRow } from "./table";
import { classFor, namesIn, powerFor, sourceFor, unitFinder } from "./vocabulary";

/** Why a row is not taken. */
export const rejectionCodes = ["required", "tooLong", "duplicateInFile", "duplicateOnRecord"] as const;
/** What was not understood in a row that is taken all the same. */
export const remarkCodes = [
  "titleFromWords",
  "wordsFromTitle",
  "unknownClass",
  "unknownUnit",
  "unknownCommunity",
  "unknownSource",
  "unknownPower",
  "badDate",
  "brokenCharacter",
] as const;

/** Something about one cell. `value` is what stood there, or the row or number that it repeats. */
export interface CellFinding {
  column: string;
  code: (typeof rejectionCodes)[number] | (typeof remarkCodes)[number];
  value?: string;
}

/** What will happen with one row. */
export interface ImportedRow {
  row: number;
  /** Empty for a row that is taken. */
  rejected: CellFinding[];
  remarks: CellFinding[];
  title: string;
  sourceNumber: string;
  /** Of a row that is taken. */
  problem?: NewProblem;
}

/** What rows are compared with. */
export interface ImportContext {
  units: readonly { id: string; names: readonly string[] }[];
  communities: readonly { id: string; names: readonly string[] }[];
  /** Keys of what the street has on record → its number. */
  onRecord: ReadonlyMap<string, string>;
}

const lengths: Partial<Record<ImportField, number>> = { ...limits };

/** Says for every row of a file whether it becomes a problem, and why not. */
export function importRows(table: ImportTable, columns: ColumnMap, context: ImportContext): ImportedRow[] {
  const order = dateOrderOf(columnCells(table, columns.raisedAt));
  const finders = { unit: unitFinder(context.units), community: unitFinder(context.communities) };
  const seen = new Map<string, number>();
  return table.rows.map((row) => {
    const cell = (field: ImportField) => row.cells[columns[field] ?? -1] ?? "";
    const name = (field: ImportField) => table.headers[columns[field] ?? -1] ?? columnLetter(0);
    const reading: Reading = { cell, name, rejected: [], remarks: [], order, ...finders };
    const problem = readProblem(reading);
    remarkBroken(reading, columns);
    reject(reading, problem, context.onRecord, seen, row);
    const { rejected, remarks } = reading;
    const common = { row: row.row, rejected, remarks, title: problem.title };
    return { ...common, sourceNumber: sourceNumberOf(cell), ...(rejected.length === 0 && { problem }) };
  });
}

interface Reading {
  cell: (field: ImportField) => string;
  name: (field: ImportField) => string;
  rejected: CellFinding[];
  remarks: CellFinding[];
  order: DateOrder;
  unit: (name: string) => string | undefined;
  community: (name: string) => string | undefined;
}

function columnCells(table: ImportTable, column: number | undefined): string[] {
  return column === undefined ? [] : table.rows.map((row) => row.cells[column] ?? "");
}

// How much of the words makes a name where a file has none.
const titleFromWords = 40;
// How much of a cell is shown with what is remarked about it.
const shownOfCell = 60;

function readProblem(reading: Reading): NewProblem {
  const { cell, name, remarks } = reading;
  let title = cell("title").replace(/\s+/g, " ");
  let words = cell("originalWording");
  if (title === "" && words !== "") {
    title = cutText(words.replace(/\s+/g, " "), titleFromWords);
    remarks.push({ column: name("originalWording"), code: "titleFromWords" });
  } else if (words === "" && title !== "" && cell("summary") === "") {
    words = title;
    remarks.push({ column: name("title"), code: "wordsFromTitle" });
  }
  const source = known(reading, "source", "unknownSource", sourceFor) ?? "resident";
  return {
    title,
    originalWording: words,
    summary: cell("summary"),
    problemClass: known(reading, "problemClass", "unknownClass", classFor) ?? "other",
    place: cell("place"),
    communityId: known(reading, "community", "unknownCommunity", reading.community) ?? null,
    seesUnitId: null,
    powerUnitId: known(reading, "powerUnit", "unknownUnit", reading.unit) ?? null,
    powerLacking: known(reading, "powerLacking", "unknownPower", powerFor) ?? "none",
    legalBasis: cell("legalBasis"),
    coordination: cell("coordination"),
    question: cell("question"),
    concernedUnitIds: concernedUnits(reading),
    // Without a resident's words it is what the street itself states.
    source: words === "" && wordedSources.includes(source) ? "inspection" : source,
    raisedAt: known(reading, "raisedAt", "badDate", (text) => readDate(text, reading.order)),
  };
}

/** Remarks cells in which the file's encoding left a character unread. */
function remarkBroken({ cell, name, remarks }: Reading, columns: ColumnMap): void {
  for (const field of Object.keys(columns) as ImportField[])
    if (cell(field).includes("\ufffd")) remarks.push({ column: name(field), code: "brokenCharacter" });
}

function known<Value>(
  { cell, name, remarks }: Reading,
  field: ImportField,
  code: CellFinding["code"],
  find: (text: string) => Value | undefined,
): Value | undefined {
  const text = cell(field);
  if (text === "") return undefined;
  const value = find(text);
  if (value === undefined) remarks.push({ column: name(field), code, value: cutText(text, shownOfCell) });
  return value;
}

function concernedUnits({ cell, name, remarks, unit }: Reading): string[] {
  const ids = new Set<string>();
  for (const one of namesIn(cell("concernedUnits"))) {
    const id = unit(one);
    if (id) ids.add(id);
    else
      remarks.push({ column: name("concernedUnits"), code: "unknownUnit", value: cutText(one, shownOfCell) });
  }
  return [...ids].slice(0, 20);
}

function reject(
  reading: Reading,
  problem: NewProblem,
  onRecord: ReadonlyMap<string, string>,
  seen: Map<string, number>,
  row: SheetRow,
): void {
  const { cell, name, rejected } = reading;
  if (problem.title === "") rejected.push({ column: name("title"), code: "required" });
  for (const [field, limit] of Object.entries(lengths) as [ImportField, number][])
    if (cell(field).length > limit)
      rejected.push({ column: name(field), code: "tooLong", value: String(cell(field).length) });
  if (problem.title === "") return;
  const compared = { ...problem, sourceNumber: sourceNumberOf(cell) };
  const keys = conflictingKeys(compared);
  const repeats = keys.find(({ key }) => seen.has(key));
  const recorded = keys.find(({ key }) => onRecord.has(key));
  if (repeats) {
    const value = String(seen.get(repeats.key));
    rejected.push({ column: name(repeats.field), code: "duplicateInFile", value });
  } else if (recorded) {
    const value = onRecord.get(recorded.key);
    rejected.push({ column: name(recorded.field), code: "duplicateOnRecord", value });
  }
  // A row that is not taken does not make a later one a repetition.
  if (rejected.length === 0) for (const key of duplicateKeys(compared)) seen.set(key, row.row);
}

const sourceNumberOf = (cell: Reading["cell"]) => cutText(cell("sourceNumber"), 100);
