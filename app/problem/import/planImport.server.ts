import { createHash } from "node:crypto";
import { setImmediate as othersTurn } from "node:timers/promises";
import { and, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { dayOf } from "~/calendar/day";
import { done, type Result, refuse } from "~/ledger/result";
import { isThere } from "~/problem/scope.server";
import { offered } from "~/rules/ruleLists";
import { rulesOfMeeting } from "~/rules/rulesOfMeeting.server";
import { unitInForce } from "~/unit/unitInForce.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { importedRow, meeting, problem, unit } from "~db/schema";
import type { FileChoices } from "./chosenColumns";
import { columnLetter, type ImportField, plainHeader } from "./columns";
import { duplicateKeys } from "./duplicateKeys";
import { withErased } from "./erasedKeys.server";
import type { ReadSheet } from "./fileReader.server";
import { readTable } from "./head";
import type { ImportContext, ImportedRow, WordlessChoice } from "./importedRow";
import { importLimits } from "./importLimits";
import { lookUpBy } from "./readProblem";
import { rowReader } from "./rows";
import { cleanCell, type ImportTable, type SheetRow } from "./table";

/** A table with its columns as they were chosen, or as the headers tell them. */
export interface ChosenTable extends ImportTable {
  sheet: number;
  wordless?: WordlessChoice;
}

/** What will become of each row of a file. */
export interface PlannedImport {
  streetId: string;
  table: ChosenTable;
  rows: ImportedRow[];
}

/**
 * Finds the table in a sheet that was read. Refuses with `fileUnreadable` (nothing in it), `headerUnknown`,
 * `tooManyRows` and `columnUnknown`.
 */
export function findTable(read: ReadSheet, choices: FileChoices): Result<ChosenTable> {
  const table = readTable(read.rows, choices.header);
  if (!table) return refuse(choices.header === undefined ? "fileUnreadable" : "headerUnknown");
  if (table.rows.length > importLimits.rows)
    return refuse("tooManyRows", { values: { rows: importLimits.rows } });
  const columns = choices.columns ?? { ...table.columns };
  for (const [field, name] of Object.entries(choices.columnNames ?? {}) as [ImportField, string][]) {
    const column = columnNamed(table, name);
    if (column === -1) return refuse("columnUnknown", { values: { column: name } });
    for (const other of Object.keys(columns) as ImportField[])
      if (columns[other] === column) delete columns[other];
    columns[field] = column;
  }
  return done({ ...table, columns, sheet: read.sheet, wordless: choices.wordless });
}

/** Finds a column by the words of its header or by its letter; -1 where there is none. */
function columnNamed({ headers }: ImportTable, name: string): number {
  const byWords = headers.findIndex((header) => header === name || plainHeader(header) === plainHeader(name));
  if (byWords !== -1) return byWords;
  return headers.findIndex((_, column) => columnLetter(column) === name.toUpperCase());
}

// Others are answered between two slices.
const slice = 100;

/**
 * Plans what will happen with each row of a file on a street's list, in slices that let others in between. Refuses
 * with `noColumns` when neither a name nor words are matched.
 * @param now when it is imported, UTC ISO
 */
export async function planRows(
  table: ChosenTable,
  { streetId, month }: { streetId: string; month: string },
  now: string,
): Promise<Result<ImportedRow[]>> {
  const { columns } = table;
  if (columns.title === undefined && columns.originalWording === undefined) return refuse("noColumns");
  const onRecord = new Map<string, string>();
  const known = await read((db) => withErased(db, streetId, onRecord));
  const units = await read((db) => unitsToKnow(db, streetId));
  const classes = await read((db) => classesOfMonth(db, month));
  const keys = new Map<SheetRow, string>();
  const keyOf = (row: SheetRow) => keys.get(row) ?? "";
  const context = { ...units, classes, today: dayOf(now), wordless: table.wordless, keyOf };
  const take = rowReader(table, columns, { ...context, onRecord: known });
  const planned: ImportedRow[] = [];
  for (let at = 0; at < table.rows.length; at += slice) {
    const rows = table.rows.slice(at, at + slice);
    const asked = rows.map((row) => ({ ...lookUpBy(row, columns), cellsKey: cellsKey(row.cells) }));
    for (const [index, row] of rows.entries()) keys.set(row, asked[index]!.cellsKey);
    await read((db) => addRecorded(db, streetId, asked, onRecord));
    for (const row of rows) planned.push(take(row));
    await othersTurn();
  }
  return done(planned);
}

/** Writes a row's cells as a key, whatever stands between them. */
function cellsKey(cells: readonly string[]): string {
  const texts = cells.map(cleanCell).filter(Boolean);
  return createHash("sha256").update(texts.join("\u0001")).digest("base64url");
}

async function classesOfMonth(db: Queries, month: string): Promise<ImportContext["classes"]> {
  const [day] = await db.select({ id: meeting.id }).from(meeting).where(eq(meeting.slug, month));
  return offered((await rulesOfMeeting(db, day?.id ?? "")).lists.classes);
}

async function unitsToKnow(
  db: Queries,
  streetId: string,
): Promise<Pick<ImportContext, "units" | "communities">> {
  const rows = await db.select().from(unit).where(unitInForce());
  const named = (row: (typeof rows)[number]) => ({
    id: row.id,
    names: [row.nameZh, row.shortZh, row.nameEn],
  });
  return {
    units: rows
      .filter((row) => ["department", "utility", "contractor", "street"].includes(row.kind))
      .map(named),
    communities: rows.filter((row) => row.kind === "community" && row.parentId === streetId).map(named),
  };
}

/** Adds the keys of what the street has on record, as far as these rows could repeat it. */
async function addRecorded(
  db: Queries,
  streetId: string,
  rows: readonly { title: string; sourceNumber: string; cellsKey: string }[],
  keys: Map<string, string>,
): Promise<void> {
  const own = and(eq(problem.streetId, streetId), isThere(db));
  const columns = {
    number: problem.number,
    title: problem.title,
    originalWording: problem.originalWording,
    place: problem.place,
    sourceNumber: problem.sourceNumber,
  };
  const titles = (numbered: boolean) =>
    rows.filter(({ sourceNumber }) => (sourceNumber !== "") === numbered).map(({ title }) => title);
  const numbers = rows.map((row) => row.sourceNumber).filter(Boolean);
  const where = (alike: SQL | undefined) => db.select(columns).from(problem).where(and(own, alike));
  const alike = [
    // A row under a number can repeat that number, or what has none: of a street's thousand potholes none is read here.
    ...(await where(and(inArray(problem.title, titles(true)), isNull(problem.sourceNumber)))),
    ...(await where(inArray(problem.title, titles(false)))),
    ...(await where(inArray(problem.sourceNumber, numbers))),
  ];
  for (const row of alike) for (const key of duplicateKeys(row).own) keys.set(key, row.number);
  const kept = await db
    .select({ id: importedRow.id, cellsKey: importedRow.cellsKey })
    .from(importedRow)
    .where(
      inArray(
        importedRow.cellsKey,
        rows.map((row) => row.cellsKey),
      ),
    );
  if (kept.length === 0) return;
  const keyOfRow = new Map(kept.map((row) => [row.id, row.cellsKey]));
  const same = await db
    .select({ number: problem.number, rowId: problem.importedRowId, streetId: problem.streetId })
    .from(problem)
    // Without the street, by which the database would go through all that it ever had.
    .where(and(isThere(db), inArray(problem.importedRowId, [...keyOfRow.keys()])));
  for (const { number, rowId, streetId: of } of same)
    if (of === streetId) keys.set(`cells ${keyOfRow.get(rowId!)}`, number);
}
