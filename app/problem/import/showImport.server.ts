import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Refusal, type Result, refuse } from "~/ledger/result";
import { canList } from "~/problem/permission";
import { findStreetList } from "~/problem/streetList.server";
import { findStreet, type NamedUnit } from "~/unit/namedUnits.server";
import type { Queries } from "~db/connect";
import { read } from "~db/read";
import { importedFile, importedRow, problem, problemList } from "~db/schema";
import { type ImportChoice, readColumns } from "./chosenColumns";
import type { ColumnMap } from "./columns";
import { previewImport } from "./importList.server";
import { findTable } from "./planImport.server";
import { importLimits, readSheet } from "./readSheet.server";
import type { CellFinding, ImportedRow } from "./rows";
import type { ImportTable } from "./table";
import { uploadedFile } from "./uploadImport.server";

const mostShown = 300;

interface Waiting {
  file: string;
  columns: ColumnMap;
}

type Step =
  | { step: "file" }
  | (Waiting & ReturnType<typeof columnsStep> & { refusal?: Refusal })
  | (Waiting & ReturnType<typeof rowsStep>)
  | NonNullable<Awaited<ReturnType<typeof doneImport>>>;

/** The page of an import at its present step; `street` is its list's. */
export type ImportView = Step & { street: NamedUnit; limits: { megabytes: number; rows: number } };

/**
 * Shows the step of an import at which somebody is: the file to choose, its columns, its rows, or what was done. Refuses
 * with `notFound`, `notAllowed`, `listClosed` and what the file waiting may be refused for.
 */
export async function showImport(
  actor: Actor,
  where: { month: string; street: string },
  choice: ImportChoice,
  chosen: URLSearchParams,
): Promise<Result<ImportView>> {
  const street = await read((db) => findStreet(db, where.street));
  if (!street || !canList(actor, "see", { streetId: street.id })) return refuse("notFound");
  if (!canList(actor, "import", { streetId: street.id })) return refuse("notAllowed");
  if (!(await read((db) => findStreetList(db, where.month, street.id)))) return refuse("notFound");
  const step = choice.done
    ? await doneStep(street.id, choice.done)
    : await waitingStep(actor, where, choice, chosen);
  return step.ok ? done({ ...step.value, street, limits: importLimits }) : step;
}

async function doneStep(streetId: string, fileId: string): Promise<Result<Step>> {
  const report = await read((db) => doneImport(db, streetId, fileId));
  return report ? done(report) : refuse("notFound");
}

async function waitingStep(
  actor: Actor,
  where: { month: string; street: string },
  choice: ImportChoice,
  chosen: URLSearchParams,
): Promise<Result<Step>> {
  const uploaded = await uploadedFile(actor, where);
  if (!uploaded.ok) return uploaded;
  const waiting = uploaded.value;
  if (!waiting) return done({ step: "file" });
  const sheet = await readSheet(waiting.bytes);
  if (!sheet.ok) return sheet;
  const table = findTable(sheet.value);
  if (!table.ok) return table;
  const columns = readColumns(chosen, table.value.headers.length) ?? table.value.columns;
  const about = { file: waiting.name, columns };
  if (choice.step === "columns") return done({ ...about, ...columnsStep(table.value) });
  const preview = await previewImport(actor, { ...where, file: waiting, columns });
  if (preview.ok) return done({ ...about, ...rowsStep(preview.value.rows, choice) });
  if (preview.refusal.code !== "noColumns") return preview;
  return done({ ...about, ...columnsStep(table.value), refusal: preview.refusal });
}

function columnsStep(table: ImportTable) {
  return {
    step: "columns" as const,
    rowCount: table.rows.length,
    headerRow: table.headerRow,
    headers: table.headers.map((header, at) => ({ header, examples: examplesOf(table, at) })),
  };
}

function examplesOf(table: ImportTable, column: number): string[] {
  const found = new Set<string>();
  for (const row of table.rows) {
    const cell = (row.cells[column] ?? "").replace(/\s+/g, " ").slice(0, 40);
    if (cell) found.add(cell);
    if (found.size === 3) break;
  }
  return [...found];
}

function rowsStep(rows: readonly ImportedRow[], { show }: ImportChoice) {
  const rejected = rows.filter((row) => !row.problem);
  const remarked = rows.filter((row) => row.problem && row.remarks.length > 0);
  const shown = { all: rows, rejected, remarked }[show];
  return {
    step: "rows" as const,
    show,
    counts: { all: rows.length, rejected: rejected.length, remarked: remarked.length },
    accepted: rows.length - rejected.length,
    shownCount: shown.length,
    rows: shown.slice(0, mostShown).map(({ row, title, problem: made, rejected: why, remarks }) => ({
      row,
      title: title.slice(0, 100),
      accepted: made !== undefined,
      findings: made ? remarks : why,
    })),
  };
}

async function doneImport(db: Queries, streetId: string, fileId: string) {
  const [found] = await db
    .select({ file: importedFile })
    .from(importedFile)
    .innerJoin(problemList, eq(problemList.id, importedFile.listId))
    .where(and(eq(importedFile.id, fileId), eq(problemList.streetId, streetId)));
  if (!found) return undefined;
  const rejected = await db
    .select({ row: importedRow.rowNumber, findings: importedRow.rejected })
    .from(importedRow)
    .where(and(eq(importedRow.fileId, fileId), isNotNull(importedRow.rejected)))
    .orderBy(asc(importedRow.rowNumber));
  const numbers = await db
    .select({ number: problem.number })
    .from(problem)
    .innerJoin(importedRow, eq(importedRow.id, problem.importedRowId))
    .where(eq(importedRow.fileId, fileId))
    .orderBy(asc(problem.id));
  return {
    step: "done" as const,
    file: found.file.fileName,
    accepted: numbers.length,
    numbers: numbers.length > 0 ? { first: numbers[0]!.number, last: numbers.at(-1)!.number } : null,
    rejectedCount: rejected.length,
    rejected: rejected.slice(0, mostShown).map(({ row, findings }) => ({
      row,
      title: "",
      accepted: false,
      findings: JSON.parse(findings ?? "[]") as CellFinding[],
    })),
  };
}
