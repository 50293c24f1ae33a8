import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import type { Result } from "~/ledger/result";
import { type ImportReport, importList, previewImport } from "~/problem/import/importList.server";
import { importLimits } from "~/problem/import/readSheet.server";
import { ConfigurationError } from "../configuration";
import { openExistingData } from "./data";

/**
 * `problems:import --day 2026-12 --street SLUG --file F [--dry-run]`: puts the rows of an XLSX or CSV file on a
 * street's list, by the installation itself. Prints one JSON object; exit code 1 when the import was refused.
 */
export async function problemsImport(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      day: { type: "string" },
      street: { type: "string" },
      file: { type: "string" },
      "dry-run": { type: "boolean" },
    },
  });
  const { day, street, file } = values;
  if (!day || !street || !file) throw new ConfigurationError("--day, --street and --file are needed");
  const input = { month: day, street, file: { name: basename(file), bytes: bytesOf(file) } };
  const database = openExistingData();
  const dryRun = values["dry-run"] ?? false;
  const result: Result<ImportReport> = dryRun
    ? await previewImport("system", input)
    : await importList("system", input, new Date().toISOString());
  database.close();
  process.stdout.write(`${JSON.stringify(answerOf(result, { day, street, dryRun }))}\n`);
  return result.ok ? 0 : 1;
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
