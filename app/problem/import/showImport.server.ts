import type { Actor } from "~/access/actor";
import { done, type Refusal, type Result, refuse } from "~/ledger/result";
import { canList } from "~/problem/permission";
import { findStreetList } from "~/problem/streetList.server";
import { findStreet, type NamedUnit } from "~/unit/namedUnits.server";
import { read } from "~db/read";
import { type FileChoices, type ImportChoice, readChoices } from "./chosenColumns";
import { doneImport, earlierImports } from "./doneImport.server";
import type { SheetSummary } from "./fileReading";
import type { ImportedRow } from "./importedRow";
import { importLimits } from "./importLimits";
import type { ImportPlace } from "./importList.server";
import { type ChosenTable, findTable, planRows } from "./planImport.server";
import { readingOf, readWithin } from "./readings.server";
import { rowsRead } from "./rowsRead.server";
import { cleanCell, type ImportTable } from "./table";
import { uploadedFile } from "./uploadImport.server";

const mostShown = 300;
// What can be taken for the header: a list begins in its first rows.
const mostHeaderRows = 15;
// A page that shows how far the reading has come is better than one that does not come.
const soon = 1_500;

interface Waiting {
  file: string;
  sheets: SheetSummary[];
  /** All that was chosen or, where nothing was, what the file itself tells. */
  choices: FileChoices & { sheet: number; header: number; columns: NonNullable<FileChoices["columns"]> };
}

type Step =
  | { step: "file"; earlier: Awaited<ReturnType<typeof earlierImports>>; refusal?: Refusal }
  | { step: "reading"; file: string; rows: number }
  | (Waiting & ReturnType<typeof columnsStep> & { refusal?: Refusal })
  | (Waiting & Awaited<ReturnType<typeof rowsStep>>)
  | NonNullable<Awaited<ReturnType<typeof doneImport>>>;

/** The page of an import at its present step; `street` is its list's. */
export type ImportView = Step & { street: NamedUnit; limits: { megabytes: number; rows: number } };

/**
 * Shows the step of an import at which somebody is: the file to choose, how far it is read, its columns, its rows, how
 * far it is written, or what was done. Refuses with `notFound`, `notAllowed` and `listClosed`.
 */
export async function showImport(
  actor: Actor,
  where: ImportPlace,
  choice: ImportChoice,
  chosen: URLSearchParams,
  now: string,
): Promise<Result<ImportView>> {
  const street = await read((db) => findStreet(db, where.street));
  if (!street || !canList(actor, "see", { streetId: street.id })) return refuse("notFound");
  if (!canList(actor, "import", { streetId: street.id })) return refuse("notAllowed");
  const found = await read((db) => findStreetList(db, where.month, street.id));
  if (!found) return refuse("notFound");
  const step = choice.done
    ? await doneStep(found, street.id, choice.done, now)
    : await waitingStep(
        actor,
        where,
        { ...choice, listId: found.list?.id, streetId: street.id, month: where.month },
        chosen,
        now,
      );
  return step.ok ? done({ ...step.value, street, limits: importLimits }) : step;
}

async function doneStep(
  found: NonNullable<Awaited<ReturnType<typeof findStreetList>>>,
  streetId: string,
  fileId: string,
  now: string,
): Promise<Result<Step>> {
  const report = await read((db) => doneImport(db, found, { streetId, fileId, now, most: mostShown }));
  return report ? done(report) : refuse("notFound");
}

async function waitingStep(
  actor: Actor,
  where: ImportPlace,
  choice: ImportChoice & { listId: string | undefined; streetId: string; month: string },
  chosen: URLSearchParams,
  now: string,
): Promise<Result<Step>> {
  const uploaded = await uploadedFile(actor, where);
  if (!uploaded.ok) return uploaded;
  const waiting = uploaded.value;
  const earlier = async () => read((db) => earlierImports(db, choice.listId));
  if (!waiting) return done({ step: "file", earlier: await earlier() });
  const said = readChoices(chosen);
  const reading = readingOf(waiting.id, typeof said.sheet === "number" ? said.sheet : undefined);
  const sheet = await readWithin(reading, soon);
  if (!sheet) return done({ step: "reading", file: waiting.name, rows: reading.rows });
  if (!sheet.ok) return done({ step: "file", earlier: await earlier(), refusal: sheet.refusal });
  const asked = findTable(sheet.value, said);
  // A row that the sheet does not have is told on the page on which another can be chosen.
  const table = asked.ok ? asked : findTable(sheet.value, { wordless: said.wordless });
  if (!table.ok) return done({ step: "file", earlier: await earlier(), refusal: table.refusal });
  const { columns, headerRow, wordless } = table.value;
  const choices = { sheet: sheet.value.sheet, header: headerRow, columns, wordless };
  const about = { file: waiting.name, sheets: sheet.value.sheets, choices };
  const columnsShown = { ...about, ...columnsStep(table.value, sheet.value.rows, said) };
  if (!asked.ok) return done({ ...columnsShown, refusal: asked.refusal });
  if (choice.step === "columns") return done(columnsShown);
  const planned = await planRows(table.value, choice, now);
  if (planned.ok) return done({ ...about, ...(await rowsStep(planned.value, table.value, choice)) });
  return done({ ...columnsShown, refusal: planned.refusal });
}

const shortened = (cell: string) => cleanCell(cell).replace(/\s+/g, " ").slice(0, 40);

function columnsStep(table: ChosenTable, rows: ImportTable["rows"], said: FileChoices) {
  return {
    step: "columns" as const,
    rowCount: table.rows.length,
    /** Nobody has chosen the sheet or the header's row yet. */
    chosen: { sheet: said.sheet !== undefined, header: said.header !== undefined },
    headerRow: table.headerRow,
    headerRows: rows.slice(0, mostHeaderRows).map(({ row, cells }) => ({
      row,
      text: [...new Set(cells.map(shortened).filter(Boolean))].slice(0, 6).join(" ｜ "),
    })),
    headers: table.headers.map((header, at) => ({ header, examples: examplesOf(table, at) })),
  };
}

function examplesOf(table: ImportTable, column: number): string[] {
  const found = new Set<string>();
  for (const row of table.rows) {
    const cell = shortened(row.cells[column] ?? "");
    if (cell) found.add(cell);
    if (found.size === 3) break;
  }
  return [...found];
}

async function rowsStep(rows: readonly ImportedRow[], table: ChosenTable, { show }: ImportChoice) {
  const rejected = rows.filter((row) => !row.problem);
  const remarked = rows.filter((row) => row.problem && row.remarks.length > 0);
  const shown = { all: rows, rejected, remarked }[show];
  const listed = shown.slice(0, mostShown);
  const understood = await read((db) => rowsRead(db, listed));
  const waiting = rows.filter((row) => row.waits).length;
  const isWordless = ({ code }: { code: string }) =>
    code === "wordsMissing" || code === "wordsFromTitle" || code === "statedWithoutWords";
  return {
    step: "rows" as const,
    show,
    counts: { all: rows.length, rejected: rejected.length, remarked: remarked.length },
    accepted: rows.length - rejected.length,
    waiting,
    /** Rows that have no resident's words, decided about or not. */
    wordless: rows.filter((row) => [...row.rejected, ...row.remarks].some(isWordless)).length,
    beside: table.beside,
    shownCount: shown.length,
    rows: listed.map(({ row, title, problem: made, rejected: why, remarks, waits }) => ({
      row,
      title: title.slice(0, 100),
      accepted: made !== undefined,
      waits,
      read: understood.get(row),
      findings: made ? remarks : why,
    })),
  };
}
