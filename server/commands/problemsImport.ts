import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { Result } from "~/ledger/result";
import type { FileChoices } from "~/problem/import/chosenColumns";
import { type ImportField, importFields } from "~/problem/import/columns";
import { wordlessChoices } from "~/problem/import/importedRow";
import { importLimits } from "~/problem/import/importLimits";
import { type ImportReport, importList, previewImport } from "~/problem/import/importList.server";
import { ConfigurationError } from "../configuration";
import { openExistingData } from "./data";

/**
 * `problems:import --day 2026-12 --street SLUG --file F [--sheet NAME] [--header-row 3] [--column title=B]
 * [--without-words title|statement|leave] [--dry-run]`: puts the rows of an XLSX or CSV file on a street's list, by the
 * installation itself. Prints one JSON object; exit code 1 when the import was refused, also where a person would be
 * asked something that no option says.
 */
export async function problemsImport(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      day: { type: "string" },
      street: { type: "string" },
      file: { type: "string" },
      sheet: { type: "string" },
      "header-row": { type: "string" },
      column: { type: "string", multiple: true },
      "without-words": { type: "string" },
      "dry-run": { type: "boolean" },
    },
  });
  const { day, street, file, sheet } = values;
  if (!day || !street || !file) throw new ConfigurationError("--day, --street and --file are needed");
  const choices: FileChoices = {
    sheet,
    header: headerRowOf(values["header-row"]),
    columnNames: columnsOf(values.column ?? []),
    wordless: wordlessOf(values["without-words"]),
  };
  const input = { month: day, street, file: { name: basename(file), bytes: bytesOf(file) }, choices };
  const database = openExistingData();
  const dryRun = values["dry-run"] ?? false;
  const now = new Date().toISOString();
  const result: Result<ImportReport> = dryRun
    ? await previewImport("system", input, now)
    : await importList("system", input, now);
  database.close();
  process.stdout.write(`${JSON.stringify(answerOf(result, { day, street, dryRun }))}\n`);
  return result.ok ? 0 : 1;
}

function headerRowOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new ConfigurationError("--header-row is the number of a row");
  return Number(text);
}

/** Reads `title=B` or `originalWording=诉求内容`: the field, and its column by letter or header. */
function columnsOf(given: readonly string[]): Partial<Record<ImportField, string>> {
  const columns: Partial<Record<ImportField, string>> = {};
  for (const one of given) {
    const at = one.indexOf("=");
    const field = importFields.find((known) => known === one.slice(0, at));
    if (!field)
      throw new ConfigurationError(`--column is FIELD=COLUMN, FIELD one of ${importFields.join(", ")}`);
    columns[field] = one.slice(at + 1);
  }
  return columns;
}

function wordlessOf(text: string | undefined) {
  const choice = wordlessChoices.find((one) => one === text);
  if (text !== undefined && !choice)
    throw new ConfigurationError(`--without-words is one of ${wordlessChoices.join(", ")}`);
  return choice;
}

function bytesOf(file: string): Buffer {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new ConfigurationError(`there is no file ${file}`);
  if (size > importLimits.megabytes * 1024 * 1024)
    throw new ConfigurationError(`the file is larger than ${importLimits.megabytes} MB`);
  return readFileSync(file);
}

function answerOf(result: Result<ImportReport>, asked: { day: string; street: string; dryRun: boolean }) {
  if (!result.ok) return { ...asked, refused: result.refusal.code, ...result.refusal.values };
  const { file, rowsRead, accepted, rejected, remarks, numbers } = result.value;
  const flat = (rows: ImportReport["rejected"]) =>
    rows.flatMap(({ row, findings }) =>
      findings.map(({ column, code, value }) => ({ row, column, reason: code, value })),
    );
  return {
    ...asked,
    file,
    rowsRead,
    accepted,
    numbers,
    rejected: flat(rejected),
    remarks: flat(remarks),
  };
}
