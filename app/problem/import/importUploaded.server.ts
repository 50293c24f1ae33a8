import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import type { Actor } from "~/access/actor";
import { done, type Result, refuse } from "~/ledger/result";
import { read } from "~db/read";
import { importedFile } from "~db/schema";
import type { FileChoices } from "./chosenColumns";
import { type ImportPlace, mayImport, undecidedWords } from "./importList.server";
import { beginImport } from "./importRun.server";
import { findTable, planRows } from "./planImport.server";
import { readingOf } from "./readings.server";
import { uploadedFile } from "./uploadImport.server";

// Most imports are done before the next page is shown; the others show how far they have come.
const soon = 2_000;
const lookEvery = 50;

/**
 * Begins to import the file that waits on a street's list as was chosen; it goes on when whoever did it has left.
 * Refuses like `importList`, and with `notFound` when no file waits.
 */
export async function importUploaded(
  actor: Actor,
  input: ImportPlace & { choices: FileChoices },
  now: string,
): Promise<Result<{ fileId: string }>> {
  const { choices, ...where } = input;
  const street = await mayImport(actor, where);
  if (!street.ok) return street;
  const waiting = await uploadedFile(actor, where);
  if (!waiting.ok) return waiting;
  if (!waiting.value) return refuse("notFound");
  const { id, name } = waiting.value;
  const reading = readingOf(id, typeof choices.sheet === "number" ? choices.sheet : undefined);
  await reading.over;
  const sheet = reading.result!;
  if (!sheet.ok) return sheet;
  const table = findTable(sheet.value, choices);
  if (!table.ok) return table;
  const rows = await planRows(table.value, { streetId: street.value, month: where.month }, now);
  if (!rows.ok) return rows;
  const undecided = undecidedWords(rows.value);
  if (undecided) return undecided;
  const planned = { streetId: street.value, table: table.value, rows: rows.value };
  const file = { name, sha256: reading.sha256 };
  const run = await beginImport(actor, { ...planned, month: where.month, file, uploadId: id }, now, true);
  if (!run.ok) return run;
  await finishedSoon(run.value.fileId);
  return done({ fileId: run.value.fileId });
}

async function finishedSoon(fileId: string): Promise<void> {
  for (let waited = 0; waited < soon; waited += lookEvery) {
    const [file] = await read((db) =>
      db.select({ state: importedFile.state }).from(importedFile).where(eq(importedFile.id, fileId)),
    );
    if (file?.state !== "running") return;
    await pause(lookEvery);
  }
}
