import { createHash } from "node:crypto";
import { generateNKeysBetween } from "fractional-indexing";
import type { Actor } from "~/access/actor";
import { type Book, change } from "~/ledger/change.server";
import { newId } from "~/ledger/identifier.server";
import { done, type Result, refuse } from "~/ledger/result";
import { insertProblem, numbersOf } from "~/problem/insertProblem.server";
import { takesChanges } from "~/problem/listing";
import { canList } from "~/problem/permission";
import { changeableList, findStreetList, lastPosition } from "~/problem/streetList.server";
import { findStreet } from "~/unit/namedUnits.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { importedFile, importedRow } from "~db/schema";
import type { ColumnMap } from "./columns";
import { findTable, planRows } from "./planImport.server";
import { readSheet } from "./readSheet.server";
import type { CellFinding, ImportedRow } from "./rows";
import { cellsByHeader, type ImportTable } from "./table";

/** A file as it was brought. */
export interface BroughtFile {
  name: string;
  bytes: Buffer;
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

/** What is imported where. `columns` overrules what the headers tell. */
export interface ImportInput {
  month: string;
  /** Slug of the street. */
  street: string;
  file: BroughtFile;
  columns?: ColumnMap;
}

/**
 * Puts the rows of a file on a street's list, in one transaction: the file, every row as it was read, and a
 * problem for each row that is accepted. Rejected rows keep nobody waiting: the others are imported.
 * @param actor the street's officer, or "system" for the command line
 * Refuses with `notFound` (day, or a street that is not one's own), `notAllowed`, `listClosed`,
 * `fileUnreadable`, `fileTooLarge`, `tooManyRows`, `noColumns`.
 */
export async function importList(
  actor: Actor | "system",
  input: ImportInput,
  now: string,
): Promise<Result<ImportReport>> {
  const prepared = await prepare(actor, input);
  if (!prepared.ok) return prepared;
  const { streetId, table } = prepared.value;
  const by = actor === "system" ? null : actor;
  return change(by, now, async (tx, book) => {
    const open = await changeableList(tx, input.month, streetId);
    if (!open.ok) return open;
    const columns = input.columns ?? table.columns;
    const planned = await planRows(tx, table, columns, streetId);
    if (!planned.ok) return planned;
    const target = { by, streetId, listId: open.value.list.id };
    return done(await write(tx, book, { input, table, rows: planned.value, target }, now));
  });
}

/** Tells what an import would do, without doing it. Refuses like the import itself. */
export async function previewImport(
  actor: Actor | "system",
  input: ImportInput,
): Promise<Result<ImportReport & { table: ImportTable; columns: ColumnMap; rows: ImportedRow[] }>> {
  const prepared = await prepare(actor, input);
  if (!prepared.ok) return prepared;
  const { streetId, table } = prepared.value;
  const columns = input.columns ?? table.columns;
  const planned = await read((db) => planRows(db, table, columns, streetId));
  if (!planned.ok) return planned;
  const rows = planned.value;
  return done({ ...reportOf(null, input.file.name, rows, null), table, columns, rows });
}

async function prepare(
  actor: Actor | "system",
  input: ImportInput,
): Promise<Result<{ streetId: string; table: ImportTable }>> {
  const street = await read((db) => findStreet(db, input.street));
  const streetId = street?.id;
  if (!streetId) return refuse("notFound");
  if (actor !== "system") {
    if (!canList(actor, "see", { streetId })) return refuse("notFound");
    if (!canList(actor, "import", { streetId })) return refuse("notAllowed");
  }
  const found = await read((db) => findStreetList(db, input.month, streetId));
  if (!found) return refuse("notFound");
  if (!takesChanges(found.day.stage, found.list?.state ?? "draft")) return refuse("listClosed");
  const sheet = await readSheet(input.file.bytes);
  if (!sheet.ok) return sheet;
  const table = findTable(sheet.value);
  return table.ok ? done({ streetId, table: table.value }) : table;
}

interface Job {
  input: ImportInput;
  table: ImportTable;
  rows: readonly ImportedRow[];
  target: { by: Pick<Actor, "postId"> | null; streetId: string; listId: string };
}

async function write(tx: Queries, book: Book, job: Job, now: string): Promise<ImportReport> {
  const { input, rows, target } = job;
  const { name, bytes } = input.file;
  const file = {
    id: newId(),
    listId: target.listId,
    fileName: name.slice(0, 200),
    sha256: createHash("sha256").update(bytes).digest("hex"),
    rowsRead: rows.length,
    importedAt: now,
    importedByPostId: target.by?.postId ?? null,
  };
  await tx.insert(importedFile).values(file);
  const numbers = await writeRows(tx, book, { ...job, fileId: file.id }, now);
  const report = reportOf(file.id, name, rows, numbers);
  await book({
    verb: "problem.importList",
    subject: { kind: "importedFile", id: file.id },
    scopeUnitId: target.streetId,
    after: { fileName: file.fileName, sha256: file.sha256, rows: rows.length, accepted: report.accepted },
  });
  return report;
}

async function writeRows(
  tx: Queries,
  book: Book,
  job: Job & { fileId: string },
  now: string,
): Promise<[string, string] | null> {
  const { table, rows, target, fileId } = job;
  const accepted = rows.filter((row) => row.problem).length;
  const positions = generateNKeysBetween(await lastPosition(tx, target.listId), null, accepted);
  const nextNumber = await numbersOf(tx, target.streetId, now);
  let first: string | undefined;
  let last = "";
  for (const [at, row] of rows.entries()) {
    const cells = JSON.stringify(cellsByHeader(table, table.rows[at]!));
    const rejected = row.problem ? null : JSON.stringify(row.rejected);
    const kept = { id: newId(), fileId, rowNumber: row.row, cells, rejected };
    await tx.insert(importedRow).values(kept);
    if (!row.problem) continue;
    last = nextNumber();
    first ??= last;
    const place = { number: last, position: positions.shift()!, importedRowId: kept.id };
    const placement = { ...target, ...place, sourceNumber: row.sourceNumber };
    await insertProblem(tx, book, row.problem, placement, now);
  }
  return first ? [first, last] : null;
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
