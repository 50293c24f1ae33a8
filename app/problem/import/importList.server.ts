import { createHash } from "node:crypto";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { takesChanges } from "~/problem/listing";
import { canList } from "~/problem/permission";
import { findStreetList } from "~/problem/streetList.server";
import { findStreet } from "~/unit/namedUnits.server";
import { read } from "~db/read";
import type { FileChoices } from "./chosenColumns";
import { type ReadSheet, readSheet } from "./fileReader.server";
import type { BroughtFile } from "./fileReading";
import type { CellFinding, ImportedRow } from "./importedRow";
import { importLimits } from "./importLimits";
import { beginImport, writeSlice } from "./importRun.server";
import { findTable, type PlannedImport, planRows } from "./planImport.server";

/** Where to: the month and the street's slug. */
export interface ImportPlace {
  month: string;
  street: string;
}

/** What an import did, or would do. Rows and columns are named as in the file. */
export interface ImportReport {
  /** Of the imported file; null in a dry run. */
  fileId: string | null;
  file: string;
  rowsRead: number;
  accepted: number;
  rejected: { row: number; findings: CellFinding[] }[];
  remarks: { row: number; findings: CellFinding[] }[];
  /** First and last number given; none in a dry run. */
  numbers: [string, string] | null;
}

/** What is imported where, and what is said of the file. */
export interface ImportInput extends ImportPlace {
  file: BroughtFile;
  choices?: FileChoices;
}

/**
 * Puts the rows of a file on a street's list: the file, every row as it was read, and a problem for each row that is
 * accepted. They are written in slices and seen by nobody until all are there. Rejected rows keep nobody waiting.
 * @param actor the street's officer, or "system" for the command line
 * Refuses with `notFound` (day, or a street that is not one's own), `notAllowed`, `listClosed`, `importRunning`, what
 * the file is refused for, and what has to be decided first: `sheetUndecided`, `noColumns`, `wordsUndecided`.
 */
export async function importList(
  actor: Actor | "system",
  input: ImportInput,
  now: string,
): Promise<Result<ImportReport>> {
  const planned = await planImport(actor, input, now);
  if (!planned.ok) return planned;
  const undecided = undecidedWords(planned.value.rows);
  if (undecided) return undecided;
  const by = actor === "system" ? null : actor;
  const sha256 = createHash("sha256").update(input.file.bytes).digest("hex");
  const file = { name: input.file.name, sha256 };
  const run = await beginImport(by, { ...planned.value, month: input.month, file }, now);
  if (!run.ok) return run;
  for (;;) {
    const written = await writeSlice(run.value, now);
    if (!written.ok) return written;
    if (written.value === "done") break;
  }
  const { first, last, fileId } = run.value;
  const numbers: [string, string] | null = first && last ? [first, last] : null;
  return done(reportOf(fileId, input.file.name, planned.value.rows, numbers));
}

/** Refuses with `wordsUndecided` while rows wait for somebody to decide about them. */
export function undecidedWords(rows: readonly ImportedRow[]) {
  const count = rows.filter((row) => row.waits).length;
  return count > 0 ? refuse("wordsUndecided", { values: { count } }) : undefined;
}

/** Tells what an import would do, without doing it. Refuses like the import itself. */
export async function previewImport(
  actor: Actor | "system",
  input: ImportInput,
  now: string,
): Promise<Result<ImportReport & PlannedImport>> {
  const planned = await planImport(actor, input, now);
  if (!planned.ok) return planned;
  const undecided = undecidedWords(planned.value.rows);
  if (undecided) return undecided;
  return done({ ...reportOf(null, input.file.name, planned.value.rows, null), ...planned.value });
}

async function planImport(
  actor: Actor | "system",
  input: ImportInput,
  now: string,
): Promise<Result<PlannedImport>> {
  const street = await mayImport(actor, input);
  if (!street.ok) return street;
  const { bytes } = input.file;
  if (bytes.length > importLimits.megabytes * 1024 * 1024)
    return refuse("fileTooLarge", { values: { megabytes: importLimits.megabytes } });
  const choices = input.choices ?? {};
  const sheet = await readChosenSheet(bytes, choices.sheet);
  if (!sheet.ok) return sheet;
  const table = findTable(sheet.value, choices);
  if (!table.ok) return table;
  const rows = await planRows(table.value, { streetId: street.value, month: input.month }, now);
  return rows.ok ? done({ streetId: street.value, table: table.value, rows: rows.value }) : rows;
}

/**
 * Finds the street whose list somebody may import into now. Refuses with `notFound`, `notAllowed` and `listClosed`.
 */
export async function mayImport(
  actor: Actor | "system",
  { month, street: slug }: ImportPlace,
): Promise<Result<string>> {
  const street = await read((db) => findStreet(db, slug));
  const streetId = street?.id;
  if (!streetId) return refuse("notFound");
  if (actor !== "system") {
    if (!canList(actor, "see", { streetId })) return refuse("notFound");
    if (!canList(actor, "import", { streetId })) return refuse("notAllowed");
  }
  const found = await read((db) => findStreetList(db, month, streetId));
  if (!found) return refuse("notFound");
  return takesChanges(found.day.stage, found.list?.state ?? "draft") ? done(streetId) : refuse("listClosed");
}

/** Reads the sheet that was chosen. Refuses with `sheetUndecided` where none was and several look like a list. */
async function readChosenSheet(
  bytes: Uint8Array,
  chosen: number | string | undefined,
): Promise<Result<ReadSheet>> {
  if (typeof chosen === "number") return readSheet({ bytes, sheet: chosen });
  const first = await readSheet({ bytes });
  if (!first.ok) return first;
  const { sheets, sheet } = first.value;
  if (chosen !== undefined) {
    const at = sheets.findIndex(({ name }) => name === chosen);
    if (at === -1) return refuse("sheetUnknown");
    return at === sheet ? first : readSheet({ bytes, sheet: at });
  }
  const lists = sheets.filter(({ list }) => list);
  if (lists.length > 1)
    return refuse("sheetUndecided", { values: { sheets: lists.map(({ name }) => name).join("、") } });
  return first;
}

function reportOf(
  fileId: string | null,
  file: string,
  rows: readonly ImportedRow[],
  numbers: [string, string] | null,
): ImportReport {
  const rejected = rows.filter((row) => !row.problem);
  const remarked = rows.filter((row) => row.problem && row.remarks.length > 0);
  return {
    fileId,
    file,
    rowsRead: rows.length,
    accepted: rows.length - rejected.length,
    rejected: rejected.map(({ row, rejected: findings }) => ({ row, findings })),
    remarks: remarked.map(({ row, remarks: findings }) => ({ row, findings })),
    numbers,
  };
}
