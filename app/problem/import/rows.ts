import { dayOf } from "~/calendar/day";
import { readHouseholds } from "~/problem/fact/readHouseholds";
import { wordedSources } from "~/problem/problem";
import { limits, type NewProblem } from "~/problem/problemForm";
import { type ClassEntry, classNamed, otherClass } from "~/rules/ruleLists";
import { cutText } from "~/value/cleanText";
import { type ColumnMap, columnLetter, type ImportField } from "./columns";
import { type DateOrder, dateOrderOf, readDate } from "./dates";
import { duplicateKeys } from "./duplicateKeys";
import { isShortened, plainNumber } from "./numbers";
import { cleanCell, type ImportTable, type SheetRow } from "./table";
import { unitFinder, unitsNamed } from "./unitsWritten";
import { powerFor, sourceFor } from "./vocabulary";

/** Why a row is not taken. */
export const rejectionCodes = [
  "required",
  "wordsMissing",
  "wordsUnreadable",
  "tooLong",
  "raisedAhead",
  "duplicateInFile",
  "duplicateOnRecord",
  "sameRowOnRecord",
] as const;
/** What was not understood in a row that is taken all the same. */
export const remarkCodes = [
  "titleFromWords",
  "wordsFromTitle",
  "statedWithoutWords",
  "unknownClass",
  "unknownUnit",
  "unknownCommunity",
  "unknownSource",
  "unknownPower",
  "badDate",
  "yearTaken",
  "badWish",
  "wishPassed",
  "badHouseholds",
  "householdsTaken",
  "shortenedNumber",
  "errorCell",
  "brokenCharacter",
] as const;

/**
 * What becomes of rows that have a name and no resident's words: the name was the resident's, the street states the
 * matter itself, or they are left out. Nobody but whoever imports decides that.
 */
export const wordlessChoices = ["title", "statement", "leave"] as const;
export type WordlessChoice = (typeof wordlessChoices)[number];

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
  /** It is not taken until somebody has decided what becomes of rows without words. */
  waits: boolean;
  title: string;
  sourceNumber: string;
  /** By which the same row of a file is known again, whatever is taken for its header. */
  cellsKey: string;
  /** Of a row that is taken. */
  problem?: NewProblem;
}

/** What rows are compared with. */
export interface ImportContext {
  units: readonly { id: string; names: readonly string[] }[];
  communities: readonly { id: string; names: readonly string[] }[];
  /** The classes that the rules of the day offer. */
  classes: readonly ClassEntry[];
  /** Keys of what the street has on record → its number. */
  onRecord: Pick<ReadonlyMap<string, string>, "get" | "has">;
  /** The day of the import (YYYY-MM-DD), for dates without a year. */
  today: string;
  wordless?: WordlessChoice;
  /** Writes a row's cells as a short key. */
  keyOf(row: SheetRow): string;
}

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

/** By what a row is looked up on record, without reading the rest of it. */
export function lookUpBy(row: SheetRow, columns: ColumnMap): { title: string; sourceNumber: string } {
  return { title: titleOf({ row, columns }), sourceNumber: sourceNumberOf({ row, columns }) };
}

interface Cells {
  row: SheetRow;
  columns: ColumnMap;
}

interface Reading extends Cells {
  headers: readonly string[];
  order: DateOrder;
  context: ImportContext;
  rejected: CellFinding[];
  remarks: CellFinding[];
  waits: boolean;
  unit: (name: string) => string | undefined;
  community: (name: string) => string | undefined;
}

function columnCells(table: Pick<ImportTable, "rows">, column: number | undefined): string[] {
  return column === undefined ? [] : table.rows.map((row) => row.cells[column] ?? "");
}

const rawCell = ({ row, columns }: Cells, field: ImportField) => row.cells[columns[field] ?? -1] ?? "";

const error = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$/;

/** Gives a cell's text; one in which a formula has failed holds nothing. */
function cell(reading: Cells, field: ImportField): string {
  const text = cleanCell(rawCell(reading, field));
  return error.test(text) ? "" : text;
}

/** Gives the resident's words with every character as it stands in the file. */
function wordsOf(reading: Reading): string {
  return cell(reading, "originalWording") === "" ? "" : rawCell(reading, "originalWording");
}

const name = ({ headers, columns }: Reading, field: ImportField) =>
  headers[columns[field] ?? -1] ?? columnLetter(0);

const sourceNumberOf = (reading: Cells) => {
  const text = cell(reading, "sourceNumber");
  return isShortened(text) ? "" : plainNumber(text).slice(0, 100);
};

// How much of the words makes a name where a file has none.
const titleFromWords = 40;
// How much of a cell is shown with what is remarked about it.
const shownOfCell = 60;

function titleOf(reading: Cells): string {
  const title = cell(reading, "title").replace(/\s+/g, " ");
  return title || cell(reading, "originalWording").replace(/\s+/g, " ").slice(0, titleFromWords);
}

function readProblem(reading: Reading): NewProblem {
  const { remarks } = reading;
  const title = titleOf(reading);
  const words = wordsOf(reading);
  if (title !== "" && cell(reading, "title") === "")
    remarks.push({ column: name(reading, "originalWording"), code: "titleFromWords" });
  return {
    title,
    ...saidBy(reading, title, words),
    summary: cell(reading, "summary"),
    problemClass:
      known(reading, "problemClass", "unknownClass", (text) => classNamed(reading.context.classes, text)) ??
      otherClass,
    place: cell(reading, "place"),
    communityId: known(reading, "community", "unknownCommunity", reading.community) ?? null,
    seesUnitId: null,
    powerUnitId: known(reading, "powerUnit", "unknownUnit", reading.unit) ?? null,
    powerLacking: known(reading, "powerLacking", "unknownPower", powerFor) ?? "none",
    legalBasis: cell(reading, "legalBasis"),
    coordination: cell(reading, "coordination"),
    question: cell(reading, "question"),
    concernedUnitIds: concernedUnits(reading),
    households: householdsOf(reading),
    wishOn: wishOf(reading),
    // Where a file does not say when, nobody knows it: the day of the import is another.
    raisedAt: raisedAt(reading) ?? "",
  };
}

/** Whose words they are; a name alone is taken for nobody's unless that was decided. */
function saidBy(
  reading: Reading,
  title: string,
  words: string,
): Pick<NewProblem, "originalWording" | "source"> {
  const source = known(reading, "source", "unknownSource", sourceFor) ?? "resident";
  if (words !== "" || title === "" || !wordedSources.includes(source))
    return { originalWording: words, source };
  const { rejected, remarks, context } = reading;
  const column = name(reading, "title");
  if (isError(reading, "originalWording")) {
    rejected.push({ column: name(reading, "originalWording"), code: "wordsUnreadable" });
  } else if (context.wordless === "title") {
    remarks.push({ column, code: "wordsFromTitle" });
    return { originalWording: title, source };
  } else if (context.wordless === "statement") {
    remarks.push({ column, code: "statedWithoutWords" });
    return { originalWording: "", source: "inspection" };
  } else {
    rejected.push({ column, code: "wordsMissing" });
    reading.waits = context.wordless === undefined;
  }
  return { originalWording: "", source };
}

const isError = (reading: Reading, field: ImportField) => error.test(cleanCell(rawCell(reading, field)));

/** Remarks cells in which a formula has failed, a number was shortened, or the encoding left a character unread. */
function remarkBroken(reading: Reading): void {
  for (const field of Object.keys(reading.columns) as ImportField[]) {
    const text = rawCell(reading, field);
    const remark = (code: CellFinding["code"], value?: string) =>
      reading.remarks.push({ column: name(reading, field), code, ...(value && { value }) });
    if (text.includes("\ufffd")) remark("brokenCharacter");
    if (isError(reading, field)) remark("errorCell", cleanCell(text));
    if (field === "sourceNumber" && isShortened(text)) remark("shortenedNumber", cleanCell(text));
  }
}

function known<Value>(
  reading: Reading,
  field: ImportField,
  code: CellFinding["code"],
  find: (text: string) => Value | undefined,
): Value | undefined {
  const text = cell(reading, field);
  if (text === "") return undefined;
  const value = find(text);
  if (value === undefined)
    reading.remarks.push({ column: name(reading, field), code, value: cutText(text, shownOfCell) });
  return value;
}

function raisedAt(reading: Reading): string | undefined {
  const { order, context, rejected, remarks } = reading;
  const read = known(reading, "raisedAt", "badDate", (text) => readDate(text, order, context.today));
  if (read?.yearTaken)
    remarks.push({ column: name(reading, "raisedAt"), code: "yearTaken", value: read.date.slice(0, 10) });
  // As in the form: what was not said yet cannot have been heard, and a guess would change what was meant.
  if (read && dayOf(read.date) > context.today)
    rejected.push({ column: name(reading, "raisedAt"), code: "raisedAhead", value: dayOf(read.date) });
  return read?.date;
}

function householdsOf(reading: Reading): number | null {
  const read = known(reading, "households", "badHouseholds", readHouseholds);
  if (read?.taken)
    reading.remarks.push({
      column: name(reading, "households"),
      code: "householdsTaken",
      value: String(read.count),
    });
  return read?.count ?? null;
}

/** The day that is wished for. One that has passed says nothing any more, and keeps no row out. */
function wishOf(reading: Reading): string | null {
  const { order, context, remarks } = reading;
  const read = known(reading, "wishOn", "badWish", (text) => readDate(text, order, context.today, "ahead"));
  if (!read) return null;
  const column = name(reading, "wishOn");
  const value = dayOf(read.date);
  if (value < context.today) {
    remarks.push({ column, code: "wishPassed", value });
    return null;
  }
  if (read.yearTaken) remarks.push({ column, code: "yearTaken", value });
  return value;
}

function concernedUnits(reading: Reading): string[] {
  const { ids, unknown } = unitsNamed(cell(reading, "concernedUnits"), reading.unit);
  const column = name(reading, "concernedUnits");
  for (const one of unknown)
    reading.remarks.push({ column, code: "unknownUnit", value: cutText(one, shownOfCell) });
  return ids.slice(0, 20);
}

function reject(
  reading: Reading,
  problem: NewProblem & { sourceNumber: string },
  cellsKey: string,
  seen: Map<string, number>,
): void {
  const { rejected, context, row } = reading;
  if (problem.title === "") {
    rejected.push({ column: name(reading, "title"), code: "required" });
    return;
  }
  for (const [field, limit] of Object.entries(lengths) as [ImportField, number][]) {
    const { length } = field === "originalWording" ? wordsOf(reading) : cell(reading, field);
    if (length > limit)
      rejected.push({ column: name(reading, field), code: "tooLong", value: String(length) });
  }
  const keys = duplicateKeys(problem);
  const repeats = keys.conflicting.find(({ key }) => seen.has(key));
  const recorded = keys.conflicting.find(({ key }) => context.onRecord.has(key));
  const same = context.onRecord.get(`cells ${cellsKey}`);
  if (repeats) {
    const value = String(seen.get(repeats.key));
    rejected.push({ column: name(reading, repeats.field), code: "duplicateInFile", value });
  } else if (recorded) {
    const value = context.onRecord.get(recorded.key);
    rejected.push({ column: name(reading, recorded.field), code: "duplicateOnRecord", value });
  } else if (same) {
    rejected.push({ column: "", code: "sameRowOnRecord", value: same });
  }
  if (rejected.some(({ code }) => code !== "wordsMissing")) reading.waits = false;
  // A row that is not taken does not make a later one a repetition.
  if (rejected.length === 0) for (const key of keys.own) seen.set(key, row.row);
}
